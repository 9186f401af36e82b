// The page of the queue.
#include <catch2/catch_test_macros.hpp>

#include "output/html_office.h"
#include "shared/output/sample_office.h"
#include "shared/output/sample_site.h"
#include "support/has.h"

namespace {

using support::has;

std::string queue_html(const output::QueuePage& page) {
  return output::queue_document(output::bare_template, output::office_frame(), page,
                                output::sample_site())
      .value();
}

}  // namespace

TEST_CASE("the queue says of each ticket what, whose, how late and until when") {
  output::QueuePage page;
  page.queue.rows = {output::office_row()};
  page.queue.rows_count = 1;
  page.queue.counts.open = 1234;
  page.queue.counts.over_step = 1;
  const std::string html = queue_html(page);
  CHECK(has(html, "number=PD-2026-0007\">Luas panen &lt;kopi&gt;</a>"));
  CHECK(has(html, "<tr class=\"over\">"));
  CHECK(
      has(html, "<td data-head=\"Sisa waktu langkah\"><span class=\"clock over\">lewat 12 menit"));
  CHECK(has(html, "<td data-head=\"Janji layanan\">26 Nov 2026</td>"));
  CHECK(has(html, "<td data-head=\"Langkah SOP\">Cari data</td>"));
  CHECK(has(html, "<b>1.234</b>"));
  CHECK(has(html, "href=\"/lumbung/assets/office.2.css\" integrity=\"sha384-o\""));
  CHECK_FALSE(has(html, "Berikutnya"));
}

TEST_CASE("an empty queue says so") { CHECK(has(queue_html({}), "Tidak ada permintaan di sini.")); }

TEST_CASE("a filter keeps the tab, and a long list has pages") {
  output::QueuePage page;
  page.wish.tab = wire::QueueTab::mine;
  page.wish.channel = "phone";
  page.wish.offset = 50;
  page.queue.rows = {output::office_row()};
  page.queue.rows_count = 80;
  const std::string html = queue_html(page);
  CHECK(has(html, "type=\"hidden\" name=\"tab\" value=\"mine\""));
  CHECK(has(html, "?tab=mine&amp;channel=phone&amp;offset=51"));
  CHECK(has(html, "?tab=mine&amp;channel=phone\">Sebelumnya</a>"));
  CHECK(has(html, "aria-current=\"page\">Milik saya 0</a>"));
}
