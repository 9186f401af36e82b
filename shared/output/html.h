// Complete HTML of a page: readable, findable, printable without any script. Written into the one
// template, index.html. Every text is escaped here and nowhere else.
//
// The addresses of the pages, below Site::base_path:
//   id/                 en/                 the catalogue
//   id/tabel/<code>/    en/table/<code>/    one table
//
// A publisher calls table_document, catalogue_document and message_document, and is done. The
// functions below them make the parts, for tests, for print and for the clipboard.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "output/page.h"
#include "stats/catalogue.h"

namespace output {

/// A file that the reader can take, offered under the table or, all tables at once, above the
/// catalogue.
struct Download {
  std::string label;        ///< "CSV", "JSON-stat".
  std::string address;      ///< Relative to base_path, or absolute.
  std::uint64_t bytes = 0;  ///< As it lies on the disk, not compressed; 0: not said.
  std::string media_type;   ///< "text/csv": for the JSON-LD description; may be empty.
};

/// What stands around the page and is the same for all of them.
struct Site {
  base::Text name;              ///< "Badan Pusat Statistik Kabupaten Muara Enim".
  base::Text place;             ///< "Kabupaten Muara Enim".
  std::string base_path;        ///< "/" or "/lumbung/": where the site stands.
  std::string style_address;    ///< Relative to base_path: "assets/page.<hash>.css".
  std::string icon_address;     ///< "assets/icon.<hash>.svg"; empty: pages name no icon.
  std::string boot_address;     ///< "assets/boot.<hash>.js"; empty: a site without a viewer.
  std::string boot_integrity;   ///< "sha384-…".
  std::string viewer_json;      ///< Addresses for boot.js, as JSON (docs/viewer.md); stands in a
                                ///< data attribute.
  std::string origin;           ///< "https://data.example.go.id", for canonical links and previews;
                                ///< empty: not known, and these links are relative to the site.
  std::string style_integrity;  ///< "sha384-…"; may be empty.
  std::string office_style_address;  ///< The same for the office's pages, which need more.
  std::string office_style_integrity;
  std::string contact_address;  ///< The office's street address, for the footer; may be empty.
  std::string contact_mail;     ///< May be empty.
  Download archive;             ///< Of all tables; without an address there is none.
  std::string request_script;   ///< "assets/request.<hash>.js": what helps with the request form;
                                ///< empty: nothing does.
  std::string request_integrity;  ///< "sha384-…".
  bool has_desk = false;        ///< Requests are taken: pages link to the form.
};

/// "/lumbung/id/", "/lumbung/en/".
std::string catalogue_path(const Site& site, base::Language language);

/// "/lumbung/id/tabel/desa-kelurahan/", "/lumbung/en/table/desa-kelurahan/".
std::string table_path(const Site& site, std::string_view code, base::Language language);

/// "/lumbung/id/permintaan/", "/lumbung/en/request/": the request form.
std::string request_path(const Site& site, base::Language language);

/// "/lumbung/id/permintaan/periksa/", "/lumbung/en/request/check/": what the server says of a form
/// that is still being written, as JSON.
std::string request_check_path(const Site& site, base::Language language);

/// "/lumbung/id/tiket/", "/lumbung/en/ticket/": a ticket, named by the link's key behind it.
std::string ticket_path(const Site& site, base::Language language);

/// A whole document, one table: head with description, canonical address, JSON-LD Dataset and Open
/// Graph; header; html_from_page; footer. `card` is the table's entry in the catalogue, `catalogue`
/// gives the path of subjects above the title. Fails with `invalid` where the template lacks a
/// marker.
base::Result<std::string> table_document(std::string_view html_template, const Page& page,
                                         const Site& site, const stats::TableCard& card,
                                         const stats::Catalogue& catalogue,
                                         const std::vector<Download>& downloads);

/// A whole document, the catalogue in one language.
base::Result<std::string> catalogue_document(std::string_view html_template,
                                             const stats::Catalogue& catalogue, const Site& site,
                                             base::Language language);

/// A page of a few sentences: an address that leads nowhere, a failure.
struct Message {
  std::string title;
  std::vector<std::string> sentences;
};

/// A whole document with a message and a link to the catalogue. Search engines are told to pass it
/// over.
base::Result<std::string> message_document(std::string_view html_template, const Message& message,
                                           const Site& site, base::Language language);

/// The message for an address that the site does not have (404).
Message message_not_found(base::Language language);

/// The site's mark as a file of its own, for the browser's tabs.
std::string icon_svg();

/// The template's markers "{{name}}" filled: each part goes to every place of its marker. Fails
/// with `invalid` where the template lacks the marker of a part, or has one that no part fills.
base::Result<std::string> html_from_template(
    std::string_view html_template, const std::vector<std::pair<std::string, std::string>>& parts);

/// <main> of a table: heading, summary in two sentences, table with caption and scopes, notes,
/// legend, source, downloads.
std::string html_from_page(const Page& page, const Site& site,
                           const std::vector<Download>& downloads);

/// <main> of the catalogue: subjects as sections, one entry a table, entries not available.
std::string html_from_catalogue(const stats::Catalogue& catalogue, const Site& site,
                                base::Language language);

/// What stands on paper and neither page nor site knows.
struct PrintFacts {
  std::string office, office_place;  ///< The letterhead; may be empty.
  std::string made;                  ///< origin_line.
  std::string address;               ///< Of the view, whole.
};

/// What the browser prints: letterhead, titles and headings in both languages, numbered columns,
/// notes, source, and where it comes from.
std::string html_print_from_page(const Page& page, const PrintFacts& facts);

/// The table alone (<table>…</table>): for print and the clipboard.
std::string html_table_from_page(const Page& page);

/// Two sentences with the main figures, of the newest column: that of `place` ("Kabupaten Muara
/// Enim") where the table has it, else the total; then the highest and the lowest. Where there is
/// no such figure: how much the table holds.
std::string summary_from_page(const Page& page, std::string_view place = {});

}  // namespace output
