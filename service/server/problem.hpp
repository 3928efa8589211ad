#pragma once

#include "service/http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is answered where a request is not carried out: RFC 9457, with a code that is stable and a
// sentence in two languages. The only place where a status is born.
namespace vermilion::service::server {

enum class Fault : std::uint8_t {
  BadRequest,        // what came is no request we read: framing, path, query
  Unauthorised,      // no valid API key
  SignedOut,         // nobody is signed in
  NotYourPart,       // the role is another's
  NotFound,          // also what is not yours
  MethodNotAllowed,  //
  LengthRequired,    //
  BodyTooLarge,      //
  BodyTruncated,     // less arrived than was announced: nothing is kept
  BodyLate,          //
  UnsupportedType,   //
  BadOrder,          // the facts of the order
  UnknownProject,    //
  UnknownDocument,   //
  Invalid,           // a member of the body: `complaints` tell which
  Refused,           // what the life of orders and organisations does not allow: `said` tells why
  Changed,           // what was shown is not what there is: look again (If-Match, digests)
  KeyReused,         // an idempotency key that came with another body
  TooMany,           // of what is limited for one person, address or number
  Busy,              // too many wait already
  Stopping,          //
  OurFault,          //
};
inline constexpr std::size_t kFaults = static_cast<std::size_t>(Fault::OurFault) + 1;

// What is wrong with one member of what was sent.
struct Complaint {
  std::string pointer;  // JSON pointer: "/recipient/mobile"
  std::string detail;   // Chinese first
};

// A refusal of another room, with its own stable code and texts.
struct Said {
  std::string code;  // "MAIL_NOT_YET"
  std::string zh;
  std::string en;
};

struct Problem {
  Fault fault = Fault::OurFault;
  std::string detail = {};               // what exactly, in English, besides the fault's own text
  std::string pointer = {};              // of what is wrong: "/query/document"
  std::optional<unsigned> retry_s = {};  // Busy, Stopping
  std::string allow = {};                // MethodNotAllowed: "GET, POST"
  std::vector<Complaint> complaints = {};
  std::optional<Said> said = {};  // goes before the fault's own code and texts
};

[[nodiscard]] int status_of(Fault fault);
[[nodiscard]] std::string_view code_of(Fault fault);  // "BODY_TRUNCATED"

// `request` is the id people quote.
[[nodiscard]] http::Answer answer_of(const Problem& problem, std::string_view request);

}  // namespace vermilion::service::server
