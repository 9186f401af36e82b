// The dispatcher's parts: one small handler a command, and what several of them share. Only for
// the files update*.cc.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "app/command.h"
#include "app/effect.h"
#include "app/state.h"
#include "base/words.h"

namespace app {

// --- Shared: what is said, and the address (update.cc) ---

/// One line for the reader; replaces the one before.
void say(State& state, Notice::Kind kind, std::string text, bool can_undo = false);

/// Where the state is, as the address bar and the window's title say it.
SetAddress address_of(const State& state, bool push);

StorePreferences stored_preferences(const State& state);

void append(Effects& effects, Effects more);

/// Takes the code out where it is in, else puts it in.
void toggle(std::set<std::string>& codes, const std::string& code);

/// Moves the code to the front, or adds it there; the last go where they are too many.
void put_first(std::vector<std::string>& codes, const std::string& code, std::size_t count_max);

// --- Shared: screens and what they need (update_answers.cc) ---

/// Where the table's document lies, as far as page or catalogue have said it; else empty.
std::string table_address(const State& state, const std::string& code);

/// Shows the screen: closes what lay over the last one, and asks for what is missing.
Effects show_screen(State& state, Screen screen);

/// The same, as a step for the back button.
Effects go_to(State& state, Screen screen);

Effects ask_for_search_index(State& state);

/// Every failure told in the language of the state.
void reword_failures(State& state);

// --- Shared: the table shown (update_table.cc) ---

/// The view on the screen. Only where there is a grid.
stats::View shown_view(const State& state);

/// The table has come, or its screen was opened again: makes the grid of the wished view, and says
/// which codes of the wish the table does not have.
Effects show_table(State& state);

/// Another view as one step of undo: grid, address, and the line that `said` makes of the new
/// state. Nothing where the view shows the same as before.
Effects change_view(State& state, const stats::View& view,
                    const std::function<std::string()>& said);

// --- Shared: search (update_catalogue.cc) ---

/// Finds suggestions for what is typed, where they are wished and the index is there.
void find_suggestions(State& state);

// --- Shared: files that are made in the background (update_export.cc) ---

/// Asks for the file of the table on the screen; one that was under way is given up.
Effects export_started(State& state, const SaveChoice& choice, std::string job);

// --- Shared: the drawing of the view (update_picture.cc) ---

/// Asks for the drawing where it is on the screen and is another than the last one asked for.
Effects picture_wanted(State& state);

// --- Handlers ---

Effects handle(State&, const OpenCatalogue&);
Effects handle(State&, const OpenSubject&);
Effects handle(State&, const OpenTable&);
Effects handle(State&, const OpenTab&);
Effects handle(State&, const SetPicture&);
Effects handle(State&, const SavePicture&);
Effects handle(State&, const CopySentence&);
Effects handle(State&, const WalkMarks&);
Effects handle(State&, const PictureArrived&);
Effects handle(State&, const OpenTextView&);
Effects handle(State&, const OpenPage&);
Effects handle(State&, const SetLanguage&);
Effects handle(State&, const SetTheme&);
Effects handle(State&, const SetDensity&);
Effects handle(State&, const TryAgain&);
Effects handle(State&, const TypeSearch&);
Effects handle(State&, const Suggest&);
Effects handle(State&, const MoveSuggestion&);
Effects handle(State&, const ChooseSuggestion&);
Effects handle(State&, const CloseSuggestions&);
Effects handle(State&, const SearchFor&);
Effects handle(State&, const SetCatalogueOrder&);
Effects handle(State&, const SetYears&);
Effects handle(State&, const ToggleAreaLevel&);
Effects handle(State&, const ClearFilters&);
Effects handle(State&, const ToggleSubjectOpen&);
Effects handle(State&, const ShowMoreEntries&);
Effects handle(State&, const ToggleFavourite&);
Effects handle(State&, const ToggleCategory&);
Effects handle(State&, const SelectOnly&);
Effects handle(State&, const SelectMany&);
Effects handle(State&, const SelectRange&);
Effects handle(State&, const SelectNewest&);
Effects handle(State&, const TypeListSearch&);
Effects handle(State&, const ToggleDimensionFolded&);
Effects handle(State&, const ToggleParentOpen&);
Effects handle(State&, const ShowVariablesTab&);
Effects handle(State&, const TogglePanelFolded&);
Effects handle(State&, const MoveDimension&);
Effects handle(State&, const SwapStubAndHeading&);
Effects handle(State&, const CycleSort&);
Effects handle(State&, const SortBy&);
Effects handle(State&, const SortByLabel&);
Effects handle(State&, const ClearSort&);
Effects handle(State&, const SetCalculation&);
Effects handle(State&, const ToggleRowTotal&);
Effects handle(State&, const ToggleColumnTotal&);
Effects handle(State&, const ToggleHideEmpty&);
Effects handle(State&, const ResetView&);
Effects handle(State&, const Undo&);
Effects handle(State&, const Redo&);
Effects handle(State&, const SelectCell&);
Effects handle(State&, const DragSelection&);
Effects handle(State&, const EndSelection&);
Effects handle(State&, const MoveActiveCell&);
Effects handle(State&, const JumpActiveCell&);
Effects handle(State&, const SelectAllCells&);
Effects handle(State&, const ClearSelection&);
Effects handle(State&, const CopyCells&);
Effects handle(State&, const OpenCellPanel&);
Effects handle(State&, const CloseCellPanel&);
Effects handle(State&, const OpenPopup&);
Effects handle(State&, const ClosePopup&);
Effects handle(State&, const OpenDialog&);
Effects handle(State&, const CloseDialog&);
Effects handle(State&, const ChangeSave&);
Effects handle(State&, const SaveFileAsChosen&);
Effects handle(State&, const PrintTable&);
Effects handle(State&, const CancelExport&);
Effects handle(State&, const ContinueExportInBackground&);
Effects handle(State&, const CheckFile&);
Effects handle(State&, const CopyLink&);
Effects handle(State&, const DismissNotice&);
Effects handle(State&, const CatalogueProgressed&);
Effects handle(State&, const CatalogueArrived&);
Effects handle(State&, const SearchIndexArrived&);
Effects handle(State&, const TableProgressed&);
Effects handle(State&, const TableArrived&);
Effects handle(State&, const SidecarArrived&);
Effects handle(State&, const AddressChanged&);
Effects handle(State&, const PreferencesArrived&);
Effects handle(State&, const CopyFinished&);
Effects handle(State&, const ExportProgressed&);
Effects handle(State&, const ExportFinished&);
Effects handle(State&, const ExportFailed&);
Effects handle(State&, const FileCheckBegan&);
Effects handle(State&, const FileChecked&);
Effects handle(State&, const WindowChanged&);
Effects handle(State&, const SiteFound&);
/// Nothing: the public viewer has none of the office's screens (office/update.h).
Effects handle(State&, const ForOffice&);
Effects handle(State&, const OfficeAnswered&);

}  // namespace app
