// Every question to the world, as values. `update` returns them, the platform performs them, and
// what the world answers comes back as a Command.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// Answered by CatalogueProgressed and CatalogueArrived. Addresses are under the site's base path.
struct FetchCatalogue { std::string address; };
struct FetchSearchIndex { std::string address; };     ///< SearchIndexArrived.
struct FetchTable { std::string code, address; };     ///< TableProgressed, TableArrived.
/// `bytes`: how many it will be. TableProgressed, SidecarArrived.
struct FetchSidecar { std::string code, address; std::uint64_t bytes = 0; };
/// The address bar; `push` makes a step for the back button. `title` is the window's title.
struct SetAddress { std::string path_and_query, title; bool push; };
struct SetPageLanguage { std::string code; };         ///< <html lang>.
struct SetPageTheme { std::string theme; };           ///< "light", "dark" or "system": data-theme.
/// The exporter makes the file in the background and the browser saves it, or prints it where there
/// is no name. `exporter`: which of its modules. `job`: what exporter/job.h reads.
/// ExportProgressed, then ExportFinished or ExportFailed.
struct ExportFile { int number; std::string exporter, job, document_address, name, mime_type; };
/// The exporter draws the view: PictureArrived with the same number.
struct DrawPicture { int number; std::string exporter, job, document_address; };
struct StopExport {};                                 ///< At once, and nothing is saved.
struct ChooseFileToCheck {};                          ///< FileCheckBegan, then FileChecked.
/// Answered by CopyFinished. A link's text is its path: the origin is put before it.
struct CopyText { std::string text; std::size_t cells; bool is_link; };
struct StorePreferences { std::string json; };
struct AskAgainAfter { int milliseconds; };           ///< Sends Suggest then (search as you type).
struct CloseViewer {};                                ///< Shows the page's HTML.
struct LeaveFor { std::string address; };             ///< Another page of the site.
struct FocusNode { std::string id; };                 ///< DOM focus, after the next frame.
struct WriteLog { std::string text; };
/// What only the office's page can do: `what` names it. OfficeAnswered with the same number.
struct AskOffice { int number; std::string what, address, body; };

using Effect = std::variant<FetchCatalogue, FetchSearchIndex, FetchTable, FetchSidecar, SetAddress,
                            SetPageLanguage, SetPageTheme, ExportFile, DrawPicture, StopExport,
                            ChooseFileToCheck, CopyText, StorePreferences, AskAgainAfter,
                            CloseViewer, LeaveFor, FocusNode, WriteLog, AskOffice>;
using Effects = std::vector<Effect>;

/// "FetchTable pop-01 data/ab….json": for tests.
std::string text_from_effect(const Effect& effect);

}  // namespace app
