// Every wish and every answer, as values. Views, the semantic layer, keys and the browser send
// them; `update` alone acts on them. Wishes are in the imperative, answers are past participles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "app/state.h"

namespace office {
struct Wish;  // What is in it only the office's client is built with.
}

namespace app {

// --- Moving about ---
struct OpenCatalogue {};  ///< Clean: no subject, no question.
struct OpenSubject {
  std::string code;
};  ///< Empty: all.
struct OpenTable {
  std::string code;
};
struct OpenTab {
  TableTab tab;
};
/// About the drawing of the view: a parameter of the address, and its value; empty: what fits.
struct SetPicture {
  std::string name, value;
};
struct OpenTextView {};  ///< Leave the viewer for the page's HTML.
/// Leave for a page of the site that the viewer does not draw.
struct OpenPage {
  std::string address;
};
struct SetLanguage {
  base::Language language;
};
struct SetTheme {
  Theme theme;
};
struct SetDensity {
  Density density;
};
struct TryAgain {};  ///< For whatever failed here.

// --- Catalogue ---
struct TypeSearch {
  std::string text;
};
struct Suggest {};  ///< The typing has rested for 150 ms.
struct MoveSuggestion {
  int by;
};
struct ChooseSuggestion {};  ///< The preselected row.
struct CloseSuggestions {};
struct SearchFor {
  std::string question;
};
struct SetCatalogueOrder {
  CatalogueOrder order;
};
struct SetYears {
  int from, to;
};
struct ToggleAreaLevel {
  std::string level;
};
struct ClearFilters {};
struct ToggleSubjectOpen {
  std::string code;
};
struct ShowMoreEntries {};
struct ToggleFavourite {
  std::string table_code;
};

// --- Choosing ---
/// With all below it; the total alone. Of a fixed dimension: in the place of the one shown.
struct ToggleCategory {
  std::string dimension, category;
};
struct SelectOnly {
  std::string dimension, category;
};  ///< For fixed dimensions.
/// all, none (keeps the first), invert: of the categories that the list's search leaves.
struct SelectMany {
  enum class What { all, none, invert } what;
  std::string dimension;
};
struct SelectRange {
  std::string dimension, from, to;
};
struct SelectNewest {
  std::string dimension;
  int count;
};
struct TypeListSearch {
  std::string dimension, text;
};
struct ToggleDimensionFolded {
  std::string dimension;
};
struct ToggleParentOpen {
  std::string dimension, category;
};
struct ShowVariablesTab {
  std::string dimension;
};
struct TogglePanelFolded {};

// --- Arranging ---
enum class Zone { stub, heading, fixed };
/// To `place` in the zone (0 first; beyond the end: last).
struct MoveDimension {
  std::string dimension;
  Zone zone;
  std::size_t place;
};
struct SwapStubAndHeading {};
/// The next of: descending, ascending, own order.
struct CycleSort {
  std::vector<std::string> column_codes;
};
struct SortBy {
  stats::Sort sort;
};
struct SortByLabel {
  stats::Direction direction;
};
struct ClearSort {};
struct SetCalculation {
  stats::Calculation calculation;
};
struct ToggleRowTotal {};
struct ToggleColumnTotal {};
struct ToggleHideEmpty {};
struct ResetView {};
struct Undo {};
struct Redo {};

// --- Cells ---
struct SelectCell {
  std::size_t row, column;
  bool extend;
};  ///< Pressed, or Shift pressed.
struct DragSelection {
  std::size_t row, column;
};
struct EndSelection {};
/// By arrow keys; `extend` with Shift. Beyond the edge stays at it.
struct MoveActiveCell {
  int rows, columns;
  bool extend;
};
/// Home, End, PgUp, PgDn and their Ctrl forms, as where to go. `page`: how many rows are in sight.
struct JumpActiveCell {
  enum class To {
    row_begin,
    row_end,
    column_begin,
    column_end,
    page_up,
    page_down,
    first,
    last
  } to;
  bool extend;
  std::size_t page;
};
struct SelectAllCells {};
struct ClearSelection {};
struct CopyCells {};
struct OpenCellPanel {};
struct CloseCellPanel {};

// --- Panels and saving ---
struct OpenPopup {
  std::string id;
};
struct ClosePopup {};
struct OpenDialog {
  Dialog dialog;
};
struct CloseDialog {};
struct ChangeSave {
  SaveChoice save;
};
struct SaveFileAsChosen {};
struct PrintTable {};
struct CancelExport {};
struct ContinueExportInBackground {};
struct CheckFile {};  ///< Of the reader's choice: whether it is from here, and as it was.
struct SavePicture {
  FileFormat format;  ///< svg or png.
};
struct CopySentence {};  ///< What the picture says, with its source.
struct WalkMarks {
  int by;
};
struct CopyLink {};
struct DismissNotice {};

// --- Answers ---
/// Memory that someone else made, kept alive by `owner`.
struct Bytes {
  std::shared_ptr<const void> owner;
  std::span<const std::byte> data;

  std::string_view text() const {
    return {reinterpret_cast<const char*>(data.data()), data.size()};
  }
};
struct CatalogueProgressed {
  std::uint64_t received, total;
};
struct CatalogueArrived {
  base::Result<Bytes> bytes;
};
struct SearchIndexArrived {
  base::Result<Bytes> bytes;
};
struct TableProgressed {
  std::string code;
  std::uint64_t received, total;
};
struct TableArrived {
  std::string code;
  base::Result<Bytes> bytes;
};
struct SidecarArrived {
  std::string code;
  base::Result<Bytes> bytes;
};
struct AddressChanged {
  std::string path_and_query;
};  ///< Back, forward, the first.
struct PreferencesArrived {
  std::string json;
};  ///< From the device, at the start.
struct CopyFinished {
  bool ok;
  std::size_t cells;
  bool is_link;
};
struct PictureArrived {
  int number;
  base::Result<Bytes> bytes;
};
struct ExportProgressed {
  int number;
  double share;  ///< Of 1.
};
struct ExportFinished {
  int number;
};
/// `why`: `unavailable` where the network failed, `too_large` where it does not fit into the format
/// or into memory.
struct ExportFailed {
  int number;
  base::ErrorCode why;
};
struct FileCheckBegan {
  std::string name;
};
struct FileChecked {
  std::string name;
  FileVerdict verdict;
};
struct WindowChanged {
  Window window;
};
struct SiteFound {
  SiteAddresses site;
};

// --- The office's screens ---
/// A wish of the office's screens (office/wish.h). The public viewer knows of none.
struct ForOffice {
  std::shared_ptr<const office::Wish> wish;
};
/// What came of an AskOffice. `status` is the server's; 0: it was not reached.
struct OfficeAnswered {
  int number;
  int status;
  Bytes body;
};

/// All of them.
using Wish = std::variant<
    OpenCatalogue, OpenSubject, OpenTable, OpenTab, SetPicture, SavePicture, CopySentence,
    WalkMarks, PictureArrived, OpenTextView, OpenPage, SetLanguage, SetTheme, SetDensity,
    TryAgain, TypeSearch, Suggest, MoveSuggestion, ChooseSuggestion, CloseSuggestions, SearchFor,
    SetCatalogueOrder, SetYears, ToggleAreaLevel, ClearFilters, ToggleSubjectOpen, ShowMoreEntries,
    ToggleFavourite, ToggleCategory, SelectOnly, SelectMany, SelectRange, SelectNewest,
    TypeListSearch, ToggleDimensionFolded, ToggleParentOpen, ShowVariablesTab, TogglePanelFolded,
    MoveDimension, SwapStubAndHeading, CycleSort, SortBy, SortByLabel, ClearSort, SetCalculation,
    ToggleRowTotal, ToggleColumnTotal, ToggleHideEmpty, ResetView, Undo, Redo, SelectCell,
    DragSelection, EndSelection, MoveActiveCell, JumpActiveCell, SelectAllCells, ClearSelection,
    CopyCells, OpenCellPanel, CloseCellPanel, OpenPopup, ClosePopup, OpenDialog, CloseDialog,
    ChangeSave, SaveFileAsChosen, PrintTable, CancelExport, ContinueExportInBackground, CheckFile,
    CopyLink, DismissNotice, CatalogueProgressed, CatalogueArrived, SearchIndexArrived,
    TableProgressed, TableArrived, SidecarArrived, AddressChanged, PreferencesArrived, CopyFinished,
    ExportProgressed, ExportFinished, ExportFailed, FileCheckBegan, FileChecked, WindowChanged,
    SiteFound, ForOffice, OfficeAnswered>;

/// One wish or answer, held by pointer: views make and pass on commands by the dozen, and copying
/// the variant itself there would compile into every view how each of them is copied.
class Command {
 public:
  template <class Each>
  requires(!std::is_same_v<Each, Command>) Command(Each each)
      : wish_(std::make_shared<const Wish>(std::in_place_type<Each>, std::move(each))) {}

  const Wish& wish() const { return *wish_; }
  /// The command as `Each`, or null where it is another.
  template <class Each>
  const Each* as() const {
    return std::get_if<Each>(wish_.get());
  }

 private:
  std::shared_ptr<const Wish> wish_;
};

/// The queue between frames: views send, the frame takes.
class Commands {
 public:
  void send(Command command) { queue_.push_back(std::move(command)); }
  std::vector<Command> take() { return std::exchange(queue_, {}); }
  bool empty() const { return queue_.empty(); }

 private:
  std::vector<Command> queue_;
};

/// "OpenTable pop-01", "ToggleCategory kecamatan 1603020": for tests and the log.
std::string text_from_command(const Command& command);

}  // namespace app
