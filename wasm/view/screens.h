// The screens and panels, each drawn by one function in the file of its name.
#pragma once

#include "app/view_model.h"
#include "view/shell.h"
#include "view/widget/control.h"
#include "view/widget/ui.h"

namespace view {

/// What the public's client draws.
Screens public_screens();

/// Strip and header over every screen; returns what is left of the window.
Rect header(Ui& ui, const app::CatalogueVm* catalogue);

void catalogue_screen(Ui& ui, const Rect& body, const app::CatalogueVm& vm);
void table_screen(Ui& ui, const Rect& body, const app::TableVm* vm,
                  const app::SelectionVm* selection);

/// Under a search field, while the reader types.
void suggestions_panel(Ui& ui, const Rect& anchor, const app::CatalogueVm& vm);

// --- Parts of the table screen ---
void variable_panel(Ui& ui, const Rect& rect, const app::TableVm& vm);
/// Of the tabs that show a chart and a map.
void picture_screen(Ui& ui, const Rect& rect);
/// Draws the grid in `rect`; returns the height that it takes.
float pivot_grid(Ui& ui, const Rect& rect, const app::TableVm& vm);
/// A list of all marks that there are, over or under the link in the legend that opened it.
void symbols_popup(Ui& ui, const app::TableVm& vm);
float notes_height(const Ui& ui, float width, const app::TableVm& vm);
void notes_panel(Ui& ui, const Rect& rect, const app::TableVm& vm);
void metadata_panel(Ui& ui, const Rect& rect, const app::TableVm& vm);
void status_bar(Ui& ui, const Rect& rect, const app::TableVm& vm,
                const app::SelectionVm& selection);
void save_dialog(Ui& ui, const app::TableVm& vm);
/// Over every screen, while a file is being made.
void export_progress(Ui& ui);
void cell_panel(Ui& ui, const Rect& anchor, const app::CellVm& vm);

/// A press beside a dialog or sheet closes it. Call it last: what is drawn before takes the press
/// first.
void close_on_scrim(Ui& ui, const Rect& dialog);

// --- States ---
void loading_panel(Ui& ui, const Rect& rect, const app::Loading& loading, Word what);
/// Takes a band from the top of `rest` while the network is cut, and says what still works.
void offline_band(Ui& ui, Rect& rest);
/// A sentence, and a way on.
void failed_panel(Ui& ui, const Rect& rect, const app::Failed& failed, Word title);

/// "812 kB", "12,4 MB".
std::string size_text(const Ui& ui, std::uint64_t bytes);

}  // namespace view
