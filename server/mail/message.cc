#include "mail/message.h"

#include <string_view>

#include "base/digest.h"
#include "base/text.h"
#include "mail/gmime.h"

namespace mail {
namespace {

using base::ErrorCode;

/// The first reason not to send it, or nothing.
std::string refusal_of(const Message& message) {
  const auto quoted = [](std::string_view text) { return base::quoted(text); };
  for (const Address* address : {&message.from, &message.to}) {
    if (!is_address(address->address))
      return "A mail address as name@domain was expected, but " + quoted(address->address) +
             " came.";
    if (!is_header_text(address->name))
      return "A name of one line was expected, but " + quoted(address->name) + " came.";
  }
  if (!is_header_text(message.subject))
    return "A subject of one line was expected, but " + quoted(message.subject) + " came.";
  if (!base::is_utf8(message.text) || message.text.find('\0') != std::string::npos)
    return "A text of UTF-8 was expected, but the mail holds other bytes.";
  std::vector<std::string> ids = message.references;
  ids.push_back(message.message_id);
  if (!message.in_reply_to.empty()) ids.push_back(message.in_reply_to);
  for (const std::string& id : ids) {
    if (!is_address(id))
      return "A message id as part@domain was expected, but " + quoted(id) + " came.";
  }
  for (const Attachment& attachment : message.attachments) {
    if (!is_header_text(attachment.name) || attachment.name.empty() ||
        attachment.name.find('/') != std::string::npos)
      return "A file name of one line was expected, but " + quoted(attachment.name) + " came.";
    if (!is_header_text(attachment.type) || attachment.type.find('/') == std::string::npos)
      return "A media type as application/pdf was expected, but " + quoted(attachment.type) +
             " came.";
  }
  return "";
}

Held<GMimeObject> text_part(const std::string& text) {
  GMimeTextPart* part = g_mime_text_part_new_with_subtype("plain");
  g_mime_text_part_set_charset(part, "utf-8");
  g_mime_text_part_set_text(part, text.c_str());
  g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  return Held<GMimeObject>(GMIME_OBJECT(part));
}

Held<GMimeObject> attached_part(const Attachment& attachment) {
  const std::size_t slash = attachment.type.find('/');
  GMimePart* part = g_mime_part_new_with_type(attachment.type.substr(0, slash).c_str(),
                                              attachment.type.substr(slash + 1).c_str());
  const Held<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(attachment.bytes.data(), attachment.bytes.size()));
  const Held<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part, content.get());
  g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_disposition(GMIME_OBJECT(part), "attachment");
  g_mime_part_set_filename(part, attachment.name.c_str());
  return Held<GMimeObject>(GMIME_OBJECT(part));
}

Held<GMimeObject> body_of(const Message& message) {
  Held<GMimeObject> text = text_part(message.text);
  if (message.attachments.empty()) return text;
  GMimeMultipart* parts = g_mime_multipart_new_with_subtype("mixed");
  // From the id and not by chance: a mail that is sent again is the same, byte for byte.
  const std::string boundary = base::sha256_hex(message.message_id).substr(0, 32);
  g_mime_multipart_set_boundary(parts, boundary.c_str());
  g_mime_multipart_add(parts, text.get());
  for (const Attachment& attachment : message.attachments)
    g_mime_multipart_add(parts, attached_part(attachment).get());
  return Held<GMimeObject>(GMIME_OBJECT(parts));
}

void set_header(GMimeMessage* made, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(made), name, value.c_str(), "utf-8");
}

}  // namespace

base::Result<std::string> bytes_from_message(const Message& message) {
  start_gmime();
  const std::string refusal = refusal_of(message);
  if (!refusal.empty()) return base::fail(ErrorCode::invalid, refusal);

  const Held<GMimeMessage> made(g_mime_message_new(true));
  const auto add = [&](GMimeAddressType type, const Address& address) {
    const char* name = address.name.empty() ? nullptr : address.name.c_str();
    g_mime_message_add_mailbox(made.get(), type, name, address.address.c_str());
  };
  add(GMIME_ADDRESS_TYPE_FROM, message.from);
  add(GMIME_ADDRESS_TYPE_TO, message.to);
  g_mime_message_set_subject(made.get(), message.subject.c_str(), "utf-8");
  g_mime_message_set_message_id(made.get(), message.message_id.c_str());
  const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date(
      g_date_time_new_from_unix_utc(message.sent_at), g_date_time_unref);
  g_mime_message_set_date(made.get(), date.get());
  if (!message.in_reply_to.empty())
    set_header(made.get(), "In-Reply-To", "<" + message.in_reply_to + ">");
  std::string references;
  for (const std::string& id : message.references)
    references += (references.empty() ? "<" : " <") + id + ">";
  if (!references.empty()) set_header(made.get(), "References", references);
  if (message.is_automatic) set_header(made.get(), "Auto-Submitted", "auto-generated");
  g_mime_message_set_mime_part(made.get(), body_of(message).get());

  const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(
      g_mime_format_options_new(), g_mime_format_options_free);
  g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
  const Held<GMimeStream> stream(g_mime_stream_mem_new());
  if (g_mime_object_write_to_stream(GMIME_OBJECT(made.get()), options.get(), stream.get()) < 0)
    return base::fail(ErrorCode::internal, "The mail could not be put together.");
  return bytes_from_stream(stream.get());
}

}  // namespace mail
