#include "desk/timeline.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/ticket_story.h"

namespace desk {
namespace {

TicketStory whole_story() {
  TicketStory story;
  story.office("2026-11-19T09:01:00", Assigned{"rina"}, "")
      .office("2026-11-19T09:01:30", Assigned{"yogi"}, "")
      .office("2026-11-19T09:02:00", NoteWritten{}, "Penelepon yang sama seperti kemarin")
      .office("2026-11-19T09:03:00", StepDone{SopStep::search}, "")
      .office("2026-11-19T09:04:00", AskedRequester{}, "Tahun berapa?")
      .requester("2026-11-19T10:00:00", RequesterAnswered{}, "2023")
      .office("2026-11-19T10:01:00", Redirected{"Dinas Pertanian"}, "Silakan ke dinas")
      .then("2026-11-19T10:02:00", Actor::system, DueRecomputed{{2026, 11, 24}, {2026, 11, 25}});
  return story;
}

}  // namespace

TEST_CASE("the requester reads what was said, and neither notes nor names of the office") {
  std::vector<std::string> titles;
  for (const TimelineEntry& entry :
       timeline_for_requester(whole_story().events, base::Language::id)) {
    titles.push_back(entry.title);
    CHECK(entry.account.empty());
    CHECK(entry.text.find("Penelepon") == std::string::npos);
  }
  CHECK(titles == std::vector<std::string>{"Permintaan diterima", "Petugas mulai mencari data",
                                           "Kantor bertanya; waktu dijeda", "Pemohon menulis",
                                           "Dialihkan ke Dinas Pertanian",
                                           "Batas waktu dihitung ulang: Rabu, 25 November 2026"});
}

TEST_CASE("who speaks is told apart, and the text goes with the entry") {
  const auto timeline = timeline_for_requester(whole_story().events, base::Language::en);
  CHECK(timeline[0].side == TimelineEntry::Side::requester);
  CHECK(timeline[2].side == TimelineEntry::Side::office);
  CHECK(timeline[2].text == "Tahun berapa?");
  CHECK(timeline[5].side == TimelineEntry::Side::system);
}

TEST_CASE("the office reads everything, with who did it") {
  const auto timeline =
      timeline_for_office(whole_story().events, office_settings(), base::Language::en);
  REQUIRE(timeline.size() == 9);
  CHECK(timeline[2].title == "Assigned to yogi");
  CHECK(timeline[3].text == "Penelepon yang sama seperti kemarin");
  CHECK(timeline[3].account == "rina");
  CHECK(timeline[4].title == "Step done: Search the data");
}

}  // namespace desk
