// The frame around every <main>: head, header and footer, in the one template. For the files that
// make pages.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "output/html.h"

namespace output {

/// What differs between the documents.
struct Document {
  base::Language language = base::Language::id;
  std::string title;
  std::string description;
  std::string path;     ///< Of this page.
  std::string path_id;  ///< Of its two languages; empty: a page without address.
  std::string path_en;
  std::string json_ld;
  std::string table_code;  ///< Empty on every page but a table's.
  std::string breadcrumb;
  std::string main;
  bool is_found = true;    ///< False: search engines pass it over.
  std::string client;      ///< "office": that client covers the page, and not the public viewer.
  bool is_office = false;  ///< A page behind the office's door: its own style.
  bool has_request_script = false;  ///< The script that helps with the request form.
  bool has_viewer = true;           ///< False: a page of its own, which the viewer does not cover.
};

/// The whole document. Fails with `invalid` where the template lacks a marker.
base::Result<std::string> html_from_document(std::string_view html_template,
                                             const Document& document, const Site& site);

}  // namespace output
