#pragma once

#include "service/http/message.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

// `__Host-`: set by this host alone, over TLS, for all of its paths (RFC 6265bis, 4.1.3.2).
namespace vermilion::service::accounts {

inline constexpr std::string_view kSessionCookie = "__Host-session";
// The browser, whoever sits before it: captchas are shown to it, and accounts know it again.
inline constexpr std::string_view kDeviceCookie = "__Host-device";
inline constexpr std::chrono::days kDeviceLife{180};

// Nothing where it stands twice: one of them is somebody else's.
[[nodiscard]] std::optional<std::string> cookie_in(const http::Headers& headers,
                                                   std::string_view name);

// Without a life it goes with the browser.
[[nodiscard]] http::Header set_cookie(std::string_view name, std::string_view value,
                                      std::optional<std::chrono::seconds> life = {});

}  // namespace vermilion::service::accounts
