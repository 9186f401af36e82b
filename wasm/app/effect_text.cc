// Effects as lines of text, for tests.
#include <string>

#include "app/effect.h"

namespace app {
namespace {

std::string line_of(const FetchCatalogue& e) { return "FetchCatalogue " + e.address; }
std::string line_of(const FetchSearchIndex& e) { return "FetchSearchIndex " + e.address; }
std::string line_of(const FetchTable& e) { return "FetchTable " + e.code + " " + e.address; }
std::string line_of(const FetchSidecar& e) {
  return "FetchSidecar " + e.code + " " + e.address + " " + std::to_string(e.bytes);
}
std::string line_of(const SetAddress& e) {
  return std::string(e.push ? "PushAddress " : "ReplaceAddress ") + e.path_and_query + " (" +
         e.title + ")";
}
std::string line_of(const SetPageLanguage& e) { return "SetPageLanguage " + e.code; }
std::string line_of(const SetPageTheme& e) { return "SetPageTheme " + e.theme; }
std::string line_of(const ExportFile& e) {
  return "ExportFile " + e.document_address + " " + e.name + " " + e.mime_type + " " + e.job;
}
std::string line_of(const DrawPicture& e) {
  return "DrawPicture " + e.document_address + " " + e.job;
}
std::string line_of(const StopExport&) { return "StopExport"; }
std::string line_of(const ChooseFileToCheck&) { return "ChooseFileToCheck"; }
std::string line_of(const CopyText& e) {
  return "CopyText " + (e.is_link ? e.text : std::to_string(e.cells) + " cells");
}
std::string line_of(const StorePreferences& e) { return "StorePreferences " + e.json; }
std::string line_of(const AskAgainAfter& e) {
  return "AskAgainAfter " + std::to_string(e.milliseconds);
}
std::string line_of(const CloseViewer&) { return "CloseViewer"; }
std::string line_of(const LeaveFor& e) { return "LeaveFor " + e.address; }
std::string line_of(const FocusNode& e) { return "FocusNode " + e.id; }
std::string line_of(const WriteLog& e) { return "WriteLog " + e.text; }
std::string line_of(const AskOffice& e) {
  return "AskOffice " + e.what + " " + e.address + " " + e.body;
}

}  // namespace

std::string text_from_effect(const Effect& effect) {
  return std::visit([](const auto& each) { return line_of(each); }, effect);
}

}  // namespace app
