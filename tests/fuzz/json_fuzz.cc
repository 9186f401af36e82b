// The JSON reader under any bytes: it takes what nlohmann/json takes and refuses what that refuses,
// but for what it says it does otherwise.
#include "base/json.h"

#include <nlohmann/json.hpp>

#include "fuzz/fuzz.h"

namespace {

using base::JsonValue;
using Kind = base::JsonValue::Kind;

/// Figures beyond a double are refused by the other reader, and by ours only where they are asked
/// for.
constexpr int number_too_large = 406;

/// Whether the other reader takes it, and if not, why.
class Verdict : public nlohmann::json_sax<nlohmann::json> {
 public:
  int error_id = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception& error) override {
    error_id = error.id;
    return false;
  }
};

/// Texts, and how many values there are, in the order of the document.
void tell(JsonValue value, std::string& told) {
  told += static_cast<char>('0' + static_cast<int>(value.kind()));
  if (value.is(Kind::string)) base::append_json_text(told, value.text());
  for (const JsonValue element : value.elements())
    tell(element, told);
  for (const auto& [key, member] : value.members()) {
    base::append_json_text(told, key);
    tell(member, told);
  }
}

void tell(const nlohmann::ordered_json& value, std::string& told) {
  Kind kind = Kind::null;
  if (value.is_boolean()) kind = Kind::boolean;
  if (value.is_number()) kind = Kind::number;
  if (value.is_string()) kind = Kind::string;
  if (value.is_array()) kind = Kind::array;
  if (value.is_object()) kind = Kind::object;
  told += static_cast<char>('0' + static_cast<int>(kind));
  if (value.is_string()) base::append_json_text(told, value.get_ref<const std::string&>());
  if (!value.is_structured()) return;
  for (const auto& item : value.items()) {
    if (value.is_object()) base::append_json_text(told, item.key());
    tell(item.value(), told);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_from_input(data, size);
  const auto document = base::json_from_bytes(bytes);
  // The other reader takes a NUL byte for the end of the text, whatever stands behind it.
  if (bytes.find('\0') != std::string_view::npos) return 0;
  Verdict verdict;
  const bool is_taken = nlohmann::json::sax_parse(bytes, &verdict);
  if (is_taken && !document) {
    const std::string& message = document.error().message;
    const bool is_meant = message.find("stands twice in one object") != std::string::npos ||
                          message.find("nest deeper than 64") != std::string::npos;
    fuzz::must_hold("what is JSON is read", is_meant ? "" : message);
  }
  if (!is_taken && document)
    fuzz::must_hold("what is no JSON is refused",
                    verdict.error_id == number_too_large ? "" : "it was read");
  if (!is_taken || !document) return 0;
  std::string ours, theirs;
  tell(document->root(), ours);
  tell(nlohmann::ordered_json::parse(bytes), theirs);
  fuzz::must_hold("texts and shape are the same", ours == theirs ? "" : ours + " / " + theirs);
  return 0;
}
