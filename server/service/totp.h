// The second factor: codes of six figures that an app makes from a shared secret and the time
// (RFC 6238, with SHA-1 and steps of 30 seconds, which all apps know), by liboath.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"

namespace service {

/// 20 bytes by chance, in base 32 as apps take it.
std::string new_totp_secret();

/// The time step whose code this is: now's, the one before or the one after. Nothing where it is
/// no code of these, or the secret is none.
std::optional<std::int64_t> totp_step_of(std::string_view secret, std::string_view code,
                                         base::Instant now);

/// "otpauth://totp/…", which apps read from a picture.
std::string totp_address(std::string_view secret, std::string_view login, std::string_view issuer);

/// A QR code of the text (libqrencode) as SVG, black on white, with its quiet zone.
std::string qr_svg(const std::string& text);

}  // namespace service
