#include "stats/search_question.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace stats {
namespace {

/// What people say, and what stands in the tables. Folded words, parted by single spaces.
struct Synonym {
  std::string_view said;
  std::string_view meant;
};
constexpr Synonym synonyms[] = {
    {"warga", "penduduk"},
    {"orang", "penduduk"},
    {"jiwa", "penduduk"},
    {"populasi", "penduduk"},
    {"people", "population"},
    {"inhabitants", "population"},
    {"residents", "population"},
    {"kk", "keluarga"},
    {"kk", "rumah tangga"},
    {"kepala keluarga", "rumah tangga"},
    {"keluarga", "rumah tangga"},
    {"family", "household"},
    {"families", "households"},
    {"sekolah", "murid"},
    {"sekolah", "pendidikan"},
    {"siswa", "murid"},
    {"murid", "siswa"},
    {"pelajar", "murid"},
    {"school", "education"},
    {"schools", "education"},
    {"pupils", "students"},
    {"pria", "laki laki"},
    {"wanita", "perempuan"},
    {"gender", "jenis kelamin"},
    {"seks", "jenis kelamin"},
    {"usia", "umur"},
    {"kec", "kecamatan"},
    {"kab", "kabupaten"},
    {"prov", "provinsi"},
    {"kel", "kelurahan"},
    {"kampung", "desa"},
    {"sumsel", "sumatera selatan"},
    {"sumatra selatan", "sumatera selatan"},
    {"sumatra", "sumatera"},
    {"pdrb", "produk domestik regional bruto"},
    {"produk domestik regional bruto", "pdrb"},
    {"pdrb", "pertumbuhan ekonomi"},
    {"gdp", "grdp"},
    {"gdp", "gross regional domestic product"},
    {"grdp", "gross regional domestic product"},
    {"gross regional domestic product", "grdp"},
    {"ipm", "indeks pembangunan manusia"},
    {"indeks pembangunan manusia", "ipm"},
    {"hdi", "human development index"},
    {"human development index", "hdi"},
    {"ahh", "angka harapan hidup"},
    {"uhh", "umur harapan hidup"},
    {"angka harapan hidup", "umur harapan hidup"},
    {"umur harapan hidup", "angka harapan hidup"},
    {"harapan lama sekolah", "hls"},
    {"rata rata lama sekolah", "rls"},
    {"poor", "poverty"},
    {"pengangguran", "tpt"},
    {"pengangguran", "tingkat pengangguran terbuka"},
    {"tpt", "pengangguran"},
    {"nganggur", "pengangguran"},
    {"pekerja", "tenaga kerja"},
    {"buruh", "tenaga kerja"},
    {"jobless", "unemployment"},
    {"jobs", "employment"},
    {"gaji", "upah"},
    {"umk", "upah minimum"},
    {"umr", "upah minimum"},
    {"ihk", "indeks harga konsumen"},
    {"cpi", "consumer price index"},
    {"inflasi", "indeks harga konsumen"},
    {"beras", "padi"},
    {"rice", "paddy"},
    {"sawit", "kelapa sawit"},
    {"batubara", "batu bara"},
    {"batu bara", "batubara"},
    {"puskesmas", "kesehatan"},
    {"rs", "rumah sakit"},
    {"dokter", "tenaga kesehatan"},
    {"meninggal", "kematian"},
    {"cuaca", "iklim"},
    {"weather", "climate"},
    {"mobil", "kendaraan"},
    {"motor", "kendaraan"},
    {"tourists", "tourism"},
    {"pns", "pegawai negeri"},
    {"asn", "pegawai negeri"},
    {"apbd", "anggaran"},
};

constexpr std::string_view fillers[] = {
    "about",  "and",       "angka",      "apa",       "are",    "at",    "atau",
    "banyak", "banyaknya", "berapa",     "by",        "cari",   "dalam", "dan",
    "dari",   "data",      "dengan",     "di",        "figure", "for",   "from",
    "how",    "in",        "is",         "jumlah",    "ke",     "many",  "menurut",
    "much",   "number",    "of",         "oleh",      "on",     "pada",  "per",
    "saja",   "show",      "statistics", "statistik", "tabel",  "table", "tentang",
    "the",    "there",     "to",         "total",     "untuk",  "with",  "yang",
};

QuestionWord question_word(std::string_view text, const Stemmer& stemmer) {
  QuestionWord word;
  word.text = text;
  word.stem = stemmer.stem(text);
  word.letters = letters_of(text);
  word.slips = slips_max(text);
  return word;
}

Wording wording_from_synonym(std::string_view meant, const Stemmer& stemmer) {
  Wording wording;
  wording.is_synonym = true;
  for (const FoldedWord& word : words_from_text(meant)) {
    wording.words.push_back(question_word(word.text, stemmer));
    // What we ourselves mean is spelt right.
    wording.words.back().slips = 0;
  }
  return wording;
}

/// How many words from `begin` on are the phrase `said`; 0 where they are not.
std::size_t words_of_phrase(const std::vector<FoldedWord>& words, std::size_t begin,
                            std::string_view said) {
  std::size_t count = 0;
  while (true) {
    const std::size_t gap = said.find(' ');
    if (begin + count >= words.size() || words[begin + count].text != said.substr(0, gap)) return 0;
    ++count;
    if (gap == std::string_view::npos) return count;
    said.remove_prefix(gap + 1);
  }
}

}  // namespace

bool is_filler(std::string_view word) {
  return std::find(std::begin(fillers), std::end(fillers), word) != std::end(fillers);
}

WordMatch QuestionWord::match_plain(std::string_view word) const {
  if (word == text) return WordMatch::exact;
  return may_be_beginning() && word.starts_with(text) ? WordMatch::beginning : WordMatch::none;
}

WordMatch QuestionWord::match_with_slips(std::string_view word, std::uint32_t word_letters) const {
  // Each slip can explain one letter of ours that the word does not have.
  if (slips == 0 || std::popcount(letters & ~word_letters) > slips) return WordMatch::none;
  int found = slips_between(text, word, slips);
  // A beginning of four letters with a slip in it would fit too much.
  if (found > slips && beginning_min == 1 && text.size() > 4) {
    found = slips_in_beginning(text, word, slips);
  }
  if (found > slips || is_filler(word)) return WordMatch::none;
  return found <= 1 ? WordMatch::slip : WordMatch::two_slips;
}

Question question_from_text(std::string_view text, const Stemmer& stemmer) {
  const std::vector<FoldedWord> words = words_from_text(text);
  Question question;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t count = 1;
    for (const Synonym& synonym : synonyms) {
      count = std::max(count, words_of_phrase(words, begin, synonym.said));
    }
    Wish wish;
    Wording& own = wish.wordings.emplace_back();
    for (std::size_t index = begin; index < begin + count; ++index) {
      own.words.push_back(question_word(words[index].text, stemmer));
      question.joined += words[index].text;
    }
    for (const Synonym& synonym : synonyms) {
      if (words_of_phrase(words, begin, synonym.said) != count) continue;
      wish.wordings.push_back(wording_from_synonym(synonym.meant, stemmer));
    }
    wish.may_miss = count == 1 && is_filler(words[begin].text);
    question.wishes.push_back(std::move(wish));
    begin += count;
  }
  const bool is_being_typed = !words.empty() && words.back().end == text.size();
  if (is_being_typed) question.wishes.back().wordings.front().words.back().beginning_min = 1;
  const bool only_fillers = std::all_of(question.wishes.begin(), question.wishes.end(),
                                        [](const Wish& wish) { return wish.may_miss; });
  for (Wish& wish : question.wishes)
    wish.may_miss = wish.may_miss && !only_fillers;
  return question;
}

}  // namespace stats
