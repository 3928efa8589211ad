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
  Unauthorised,      //
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
  Busy,              // too many wait already
  Stopping,          //
  OurFault,          //
};
inline constexpr std::size_t kFaults = static_cast<std::size_t>(Fault::OurFault) + 1;

struct Problem {
  Fault fault = Fault::OurFault;
  std::string detail = {};               // what exactly, in English, besides the fault's own text
  std::string pointer = {};              // of what is wrong: "/query/document"
  std::optional<unsigned> retry_s = {};  // Busy, Stopping
  std::string allow = {};                // MethodNotAllowed: "GET, POST"
};

[[nodiscard]] int status_of(Fault fault);
[[nodiscard]] std::string_view code_of(Fault fault);  // "BODY_TRUNCATED"

// `request` is the id people quote.
[[nodiscard]] http::Answer answer_of(const Problem& problem, std::string_view request);

}  // namespace vermilion::service::server
