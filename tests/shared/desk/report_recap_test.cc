// The recapitulation.
#include "desk/report_lines.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"

namespace desk {

TEST_CASE("the recapitulation counts by month and in all, and its rows sum to the requests") {
  const Report report = report_of(two_tickets(), "16-2");
  using Row = std::vector<std::string>;
  CHECK(row_of(report, "Banyak permintaan", "Masuk") == Row{"0", "2", "0", "2"});
  CHECK(row_of(report, "Banyak permintaan", "Selesai") == Row{"0", "2", "0", "2"});
  CHECK(row_of(report, "Banyak permintaan", "Tidak tersedia") == Row{"0", "1", "0", "1"});
  CHECK(row_of(report, "Menurut subjek", "Pertanian") == Row{"0", "1", "0", "1"});
  CHECK(row_of(report, "Menurut jenis kelamin", "Tidak disebutkan") == Row{"0", "2", "0", "2"});
  CHECK(row_of(report, "Sepuluh yang paling diminta", "Luas panen kopi") == Row{"1"});
}

TEST_CASE("the recapitulation measures each step of the SOP against its standard") {
  const Report report = report_of(two_tickets(), "16-2");
  CHECK(row_of(report, "Waktu menurut langkah SOP", "Kirim jawaban") ==
        std::vector<std::string>{"1", "5 menit", "7 menit", "7 menit", "0%"});
}

TEST_CASE("what was no request is no row, and an open one past its promise is late") {
  std::vector<ReportTicket> tickets = {{"PD-1", TicketStory().events}};
  const auto count = [&](const std::string& label) {
    return row_of(report_of(tickets, "16-2"), "Banyak permintaan", label).back();
  };
  CHECK(count("Sedang diproses") == "1");
  CHECK(count("Terlambat") == "1");
  tickets[0].events =
      TicketStory().office("2026-11-19T09:02:00", Closed{Outcome::not_a_request}).events;
  CHECK(count("Masuk") == "0");
}

}  // namespace desk
