// The public's screens: catalogue and tables.
#include <memory>

#include "base/variant.h"
#include "view/screens.h"
#include "view/shell.h"

namespace view {
namespace {

void draw_public_screen(Ui& ui, app::ViewModels& view_models) {
  const app::State& state = ui.state;
  std::visit(base::on{
                 [&](const app::CatalogueScreen&) {
                   const app::CatalogueVm& vm = view_models.catalogue(state);
                   const Rect body = header(ui, &vm);
                   catalogue_screen(ui, body, vm);
                 },
                 [&](const app::TableScreen&) {
                   const Rect body = header(ui, &view_models.catalogue(state));
                   const bool has_grid = state.grid != nullptr;
                   table_screen(ui, body, has_grid ? &view_models.table(state) : nullptr,
                                has_grid ? &view_models.selection(state) : nullptr);
                 },
             },
             state.screen);
  export_progress(ui);
}

}  // namespace

Screens public_screens() {
  return [view_models = std::make_shared<app::ViewModels>()](Ui& ui) {
    draw_public_screen(ui, *view_models);
  };
}

}  // namespace view
