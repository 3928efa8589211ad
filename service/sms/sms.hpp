#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Text messages by a vendor's template: its text is approved beforehand, we fill its blanks.
namespace vermilion::service::sms {

using Instant = std::chrono::sys_seconds;

struct Blank {
  std::string name;  // Aliyun fills by name, Tencent in this order
  std::string text;
};

struct Message {
  std::string phone;  // "13800138000", of the mainland
  std::string template_id;
  std::vector<Blank> blanks;
  std::string reference;  // ours, for the vendor's reports
};

struct Stamp {
  Instant now{};
  std::string nonce;
};

// The vendor's number of a message it took. That it arrived is another matter.
struct Taken {
  std::string number;
};

struct Failure {
  enum class Kind : std::uint8_t {
    Refused,  // the same message will be refused again
    Later,    // too many to this phone, or the vendor is busy
    Unknown,  // it may have been sent: no answer, or none we understand
  };

  Kind kind = Kind::Unknown;
  std::string code;  // the vendor's, for the log
};

using Sent = tl::expected<Taken, Failure>;

}  // namespace vermilion::service::sms
