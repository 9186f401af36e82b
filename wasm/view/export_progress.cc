// A file that is being made: how far it is, how to stop it, and the way to go on reading meanwhile.
#include <algorithm>

#include "app/update.h"
#include "view/screens.h"
#include "view/widget/layer.h"

namespace view {
namespace {

std::string making(const Ui& ui, const app::Export& running) {
  const std::string what =
      running.name.empty() ? std::string(ui.word(Word::print_page)) : running.name;
  return ui.word(Word::export_making, {what});
}

void bar(Ui& ui, Rect rect, const std::string& name, double share) {
  ui.paint.fill(rect, Role::surface_sunken, rect.h / 2);
  Node node;
  node.role = NodeRole::progressbar;
  node.name = name;
  node.rect = rect;
  node.value_max = 1;
  node.value_now = static_cast<float>(share);
  node.value = std::to_string(static_cast<int>(share * 100)) + "%";
  rect.w = std::max(rect.h, rect.w * static_cast<float>(share));
  ui.paint.fill(rect, Role::primary, rect.h / 2);
  ui.record("bar", std::move(node));
}

}  // namespace

void export_progress(Ui& ui) {
  const auto& running = ui.state.running_export;
  if (!running) return;
  if (running->is_in_background) {
    Rect line{0, 0, ui.width(), 3};
    bar(ui, line, making(ui, *running), running->share);
    return;
  }
  if (!app::is_export_told(ui.state)) {
    ui.memory.wants_frame = true;
    return;
  }
  ui.overlays.push_back([&ui, &running = *running] {
    const Rect all{0, 0, ui.width(), ui.height()};
    const Layer layer(ui, LayerKind::dialog, all, false);
    ui.paint.fill(all, Role::scrim_alpha);
    const float width = ui.is_phone() ? ui.width() : tokens::extent::dialog_small;
    const float height = 64 + 24 + 20 + 40 + 72;
    Rect rect{(ui.width() - width) / 2,
              ui.is_phone() ? ui.height() - height : (ui.height() - height) / 2, width, height};
    ui.paint.shadow(rect, tokens::radius::dialog);
    ui.paint.fill(rect, Role::surface_raised, tokens::radius::dialog);
    const std::string title = making(ui, running);
    const auto group = ui.group("export", NodeRole::dialog, title, rect);
    const float side = ui.is_phone() ? 16 : 24;
    Rect foot = rect.cut_bottom(72);
    ui.paint.horizontal(foot.x, foot.right(), foot.y, Role::border);
    Rect inner = rect.inset(side, 0);
    ui.heading("title", inner.cut_top(64).centred_y(26), title, 2,
               {Size::heading, Role::text, Face::semibold});
    Rect line = inner.cut_top(24);
    const int percent = static_cast<int>(running.share * 100);
    ui.text("says", line, ui.word(Word::export_keep_reading), {Size::note, Role::text_muted});
    ui.paint.text(line, std::to_string(percent) + "%",
                  {Size::note, Role::text_muted, Face::regular, Align::right});
    bar(ui, inner.cut_top(20).centred_y(8), title, running.share);
    Rect row = foot.inset(side, 0);
    const std::string cancel(ui.word(Word::export_cancel));
    button(ui, "cancel", row.cut_right(button_width(ui, cancel)).centred_y(ui.control_height()),
           cancel, {}, app::CancelExport{});
    row.cut_right(12);
    const std::string go_on(ui.word(Word::export_in_background));
    const ButtonLook quiet{ButtonKind::quiet};
    button(ui, "background",
           row.cut_right(std::min(row.w, button_width(ui, go_on, quiet)))
               .centred_y(ui.control_height()),
           go_on, quiet, app::ContinueExportInBackground{});
  });
}

}  // namespace view
