#include "mail/incoming.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "base/text.h"
#include "mail/gmime.h"
#include "mail/html_text.h"

namespace mail {
namespace {

using base::ErrorCode;

std::string text_or_empty(const char* text) { return text ? std::string(text) : std::string(); }

/// In small letters, ASCII alone: addresses and words of headers.
std::string small(std::string_view text) {
  std::string made(text);
  std::transform(made.begin(), made.end(), made.begin(), [](char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  });
  return made;
}

/// What can be shown in one line: control characters become spaces.
std::string line_from(std::string_view text) {
  std::string line;
  for (const char sign : text) {
    const auto byte = static_cast<unsigned char>(sign);
    line += byte < 0x20 || byte == 0x7f ? ' ' : sign;
  }
  return std::string(base::trimmed(line));
}

std::string header(GMimeMessage* message, const char* name) {
  return text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), name));
}

Address first_mailbox(InternetAddressList* list) {
  for (int i = 0; list && i < internet_address_list_length(list); ++i) {
    InternetAddress* each = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(each)) continue;
    const std::string address =
        text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(each)));
    if (is_address(address))
      return {line_from(text_or_empty(internet_address_get_name(each))), address};
  }
  return {};
}

void add_addresses(InternetAddressList* list, std::vector<std::string>& to) {
  for (int i = 0; list && i < internet_address_list_length(list); ++i) {
    InternetAddress* each = internet_address_list_get_address(list, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(each)) continue;
    const char* address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(each));
    if (address && is_address(address)) to.push_back(small(address));
  }
}

std::vector<std::string> addressees(GMimeMessage* message) {
  std::vector<std::string> to;
  add_addresses(g_mime_message_get_to(message), to);
  add_addresses(g_mime_message_get_cc(message), to);
  const std::string delivered = header(message, "Delivered-To");
  if (is_address(delivered)) to.push_back(small(delivered));
  return to;
}

std::vector<std::string> ids_from(const std::string& text) {
  std::vector<std::string> ids;
  GMimeReferences* references = g_mime_references_parse(nullptr, text.c_str());
  for (int i = 0; i < g_mime_references_length(references); ++i)
    ids.push_back(line_from(text_or_empty(g_mime_references_get_message_id(references, i))));
  g_mime_references_free(references);
  return ids;
}

std::vector<std::string> references_of(GMimeMessage* message) {
  std::vector<std::string> ids = ids_from(header(message, "References"));
  for (const std::string& id : ids_from(header(message, "In-Reply-To"))) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

/// By RFC 3834 and RFC 3464, and by what programs write that know neither.
Incoming::Kind kind_of(GMimeMessage* message, const Address& from) {
  GMimeObject* part = g_mime_message_get_mime_part(message);
  GMimeContentType* type = part ? g_mime_object_get_content_type(part) : nullptr;
  const std::string local = small(from.address.substr(0, from.address.find('@')));
  const bool is_report = type && g_mime_content_type_is_type(type, "multipart", "report");
  if (local == "mailer-daemon" || (is_report && local == "postmaster"))
    return Incoming::Kind::bounce;
  if (is_report) {
    const char* report = g_mime_content_type_get_parameter(type, "report-type");
    if (report && small(report) == "delivery-status") return Incoming::Kind::bounce;
  }
  const std::string submitted = small(line_from(header(message, "Auto-Submitted")));
  const std::string precedence = small(line_from(header(message, "Precedence")));
  const bool is_automatic =
      (!submitted.empty() && submitted != "no") || precedence == "bulk" || precedence == "junk" ||
      precedence == "list" || precedence == "auto_reply" || !header(message, "List-Id").empty() ||
      !header(message, "X-Autoreply").empty() || !header(message, "X-Autorespond").empty() ||
      line_from(header(message, "Return-Path")) == "<>";
  return is_automatic ? Incoming::Kind::automatic : Incoming::Kind::letter;
}

/// Cut so that no letter of UTF-8 is broken.
std::string cut(std::string text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
    --end;
  text.resize(end);
  return text;
}

/// Lines end with \n; what is not UTF-8 after GMime's decoding becomes U+FFFD, NUL is left out.
std::string cleaned(std::string_view text) {
  std::string made;
  for (const char sign : text) {
    if (sign != '\r' && sign != '\0') made += sign;
  }
  if (base::is_utf8(made)) return made;
  const HeldText valid(g_utf8_make_valid(made.data(), static_cast<gssize>(made.size())));
  return valid.get();
}

/// Walks the parts of a mail and takes what is text, and what is attached.
class PartReader {
 public:
  PartReader(Incoming& incoming, const IncomingLimits& limits)
      : incoming_(incoming), limits_(limits) {}

  void read(GMimeObject* part, int depth = 0) {
    // Deeper than any mail that somebody wrote.
    constexpr int depth_max = 20;
    if (!part || depth > depth_max || ++parts_count_ > limits_.parts_max) return;
    if (GMIME_IS_MULTIPART(part)) {
      GMimeMultipart* parts = GMIME_MULTIPART(part);
      for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
        read(g_mime_multipart_get_part(parts, i), depth + 1);
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      read_enclosed(GMIME_MESSAGE_PART(part));
    } else if (GMIME_IS_PART(part)) {
      read_leaf(GMIME_PART(part));
    }
  }

  void finish() {
    const bool has_plain = !base::trimmed(plain_).empty();
    const std::string text = has_plain ? plain_ : text_from_html(html_);
    incoming_.text = cut(cleaned(base::trimmed(text)), limits_.text_max);
  }

 private:
  /// A bounce encloses our mail, whose id tells the conversation; others are kept as a file.
  void read_enclosed(GMimeMessagePart* part) {
    GMimeMessage* enclosed = g_mime_message_part_get_message(part);
    if (!enclosed) return;
    if (incoming_.kind == Incoming::Kind::bounce) {
      const std::string id = text_or_empty(g_mime_message_get_message_id(enclosed));
      if (!id.empty()) incoming_.references.push_back(cleaned(line_from(id)));
      return;
    }
    const Held<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(GMIME_OBJECT(enclosed), nullptr, stream.get());
    keep({"surat-" + std::to_string(incoming_.attachments.size() + 1) + ".eml", "message/rfc822",
          bytes_from_stream(stream.get())});
  }

  void keep(Attachment attachment) {
    const bool fits = attachment.bytes.size() <= limits_.attachment_max &&
                      incoming_.attachments.size() < limits_.attachments_max;
    if (fits)
      incoming_.attachments.push_back(std::move(attachment));
    else
      incoming_.left_out.push_back(attachment.name);
  }

  void read_leaf(GMimePart* part) {
    const char* disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
    const bool is_attached = disposition && small(disposition) == "attachment";
    const char* name = g_mime_part_get_filename(part);
    if (!is_attached && !name && GMIME_IS_TEXT_PART(part)) {
      const HeldText text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
      GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
      const bool is_html = g_mime_content_type_is_type(type, "text", "html");
      std::string& to = is_html ? html_ : plain_;
      to += (to.empty() ? "" : "\n") + text_or_empty(text.get());
      return;
    }
    attach(part, name);
  }

  void attach(GMimePart* part, const char* given_name) {
    // A path is no name, and a name is a line.
    std::string name = line_from(text_or_empty(given_name));
    name.erase(0, name.find_last_of("/\\") + 1);
    if (name.empty()) name = "lampiran-" + std::to_string(incoming_.attachments.size() + 1);
    const HeldText type(
        g_mime_content_type_get_mime_type(g_mime_object_get_content_type(GMIME_OBJECT(part))));
    const Held<GMimeStream> stream(g_mime_stream_mem_new());
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content) g_mime_data_wrapper_write_to_stream(content, stream.get());
    keep({cleaned(name), small(type.get()), bytes_from_stream(stream.get())});
  }

  Incoming& incoming_;
  const IncomingLimits& limits_;
  std::string plain_, html_;
  std::size_t parts_count_ = 0;
};

}  // namespace

base::Result<Incoming> incoming_from_bytes(std::string_view bytes, const IncomingLimits& limits) {
  if (bytes.size() > limits.bytes_max)
    return base::fail(ErrorCode::too_large, "A mail of at most " +
                                                std::to_string(limits.bytes_max) +
                                                " bytes was expected, but one of " +
                                                std::to_string(bytes.size()) + " came.");
  start_gmime();
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  const bool has_header =
      message &&
      g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message.get()))) > 0;
  if (!has_header)
    return base::fail(ErrorCode::invalid, "A mail was expected, but these bytes have no header.");

  Incoming incoming;
  incoming.from = first_mailbox(g_mime_message_get_from(message.get()));
  incoming.reply_to = first_mailbox(g_mime_message_get_reply_to(message.get()));
  if (incoming.reply_to.address.empty()) incoming.reply_to = incoming.from;
  incoming.to = addressees(message.get());
  incoming.subject = cleaned(line_from(text_or_empty(g_mime_message_get_subject(message.get()))));
  incoming.message_id =
      cleaned(line_from(text_or_empty(g_mime_message_get_message_id(message.get()))));
  incoming.references = references_of(message.get());
  incoming.kind = kind_of(message.get(), incoming.from);
  PartReader reader(incoming, limits);
  reader.read(g_mime_message_get_mime_part(message.get()));
  reader.finish();
  return incoming;
}

std::string without_quotation(std::string_view text) {
  std::vector<std::string_view> lines = base::split(text, '\n');
  const auto is_quoted = [](std::string_view line) { return line.starts_with('>'); };
  const auto is_empty = [](std::string_view line) { return base::trimmed(line).empty(); };
  while (!lines.empty() && is_empty(lines.back()))
    lines.pop_back();
  const std::size_t before = lines.size();
  while (!lines.empty() && (is_quoted(lines.back()) || is_empty(lines.back())))
    lines.pop_back();
  // "Pada Sen, 23 Nov 2026 BPS menulis:" above what was quoted.
  if (lines.size() < before && !lines.empty() && base::trimmed(lines.back()).ends_with(':'))
    lines.pop_back();
  std::string made;
  for (const std::string_view line : lines)
    made += std::string(line) + "\n";
  const std::string_view left = base::trimmed(made);
  return std::string(left.empty() ? base::trimmed(text) : left);
}

}  // namespace mail
