// How long a search takes while the reader types: a catalogue of 1,000 documents with 200 labels
// each. Prints one line a question. Build it in the release preset; it asserts nothing.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "stats/search.h"

namespace {

using Place = stats::SearchDocument::Field::Place;
using Clock = std::chrono::steady_clock;

constexpr std::size_t documents_count = 1000;
constexpr std::size_t labels_count = 200;
constexpr std::size_t names_count = 20'000;
constexpr int rounds = 200;

constexpr std::array titles = {"Jumlah penduduk menurut kecamatan",
                               "Angka kemiskinan menurut kabupaten",
                               "Produksi padi menurut desa",
                               "Produk domestik regional bruto menurut lapangan usaha",
                               "Jumlah murid menurut jenjang pendidikan",
                               "Luas panen menurut tanaman"};

/// Names as villages have them: two to four syllables.
std::vector<std::string> names(std::mt19937& random) {
  constexpr std::array syllables = {"ba",   "lu", "mu",  "ra", "tan", "jung", "ge", "lum",
                                    "bang", "se", "men", "de", "pa",  "nang", "ri", "as"};
  std::uniform_int_distribution<std::size_t> syllable(0, syllables.size() - 1);
  std::uniform_int_distribution<int> length(2, 4);
  std::vector<std::string> made;
  for (std::size_t count = 0; count < names_count; ++count) {
    std::string name;
    for (int part = length(random); part > 0; --part)
      name += syllables[syllable(random)];
    made.push_back(std::move(name));
  }
  return made;
}

std::vector<stats::SearchDocument> catalogue() {
  std::mt19937 random(20'250);
  const std::vector<std::string> pool = names(random);
  std::uniform_int_distribution<std::size_t> pick(0, pool.size() - 1);
  std::vector<stats::SearchDocument> documents;
  for (std::size_t number = 0; number < documents_count; ++number) {
    stats::SearchDocument document;
    document.code = "table-" + std::to_string(number);
    document.title = {std::string(titles[number % titles.size()]) + " " + pool[pick(random)],
                      "Figures on " + pool[pick(random)]};
    document.fields.push_back({Place::title, document.title});
    document.fields.push_back({Place::dimension, {"Kecamatan", "District"}});
    for (std::size_t label = 0; label < labels_count; ++label) {
      const std::string name = pool[pick(random)] + " " + pool[pick(random)];
      document.fields.push_back({Place::category, {name, name}});
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

double milliseconds(Clock::duration duration) {
  return std::chrono::duration<double, std::milli>(duration).count();
}

void measure(const stats::SearchIndex& index, const char* question) {
  std::vector<double> times;
  std::size_t hits = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = Clock::now();
    hits = index.find(question, base::Language::id, 20).size();
    times.push_back(milliseconds(Clock::now() - begin));
  }
  std::sort(times.begin(), times.end());
  std::printf("%-34s %4zu hits  median %.3f ms  p95 %.3f ms\n", question, hits,
              times[times.size() / 2], times[times.size() * 95 / 100]);
}

}  // namespace

int main() {
  std::vector<stats::SearchDocument> documents = catalogue();
  const auto begin = Clock::now();
  const stats::SearchIndex index = stats::SearchIndex::from_documents(std::move(documents));
  std::printf("index of %zu documents, %zu labels each: %.1f ms\n", documents_count, labels_count,
              milliseconds(Clock::now() - begin));
  for (const char* question :
       {"p", "b", "pen", "penduduk", "penduduk kec", "jumlah penduduk menurut kecamatan", "pendudk",
        "tanjunggelumbnag", "xyzzyplugh", "produk domestik regional bruto", "warga desa"}) {
    measure(index, question);
  }
}
