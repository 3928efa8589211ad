#pragma once

#include "service/http/message.hpp"
#include "service/transport/endpoint.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

// HTTP/1.1 as bytes, one exchange to a connection. Written here and not taken from Poco: its reader
// takes header lines without a colon for ever, and a body that was cut for a whole one.
namespace vermilion::service::transport {

// The bytes of a request; else why it must not be sent. No line break, NUL or other control byte
// gets into the head. Host is the endpoint's unless the request brings its own, which was signed.
[[nodiscard]] tl::expected<std::string, std::string> bytes_of(const http::Request& request,
                                                              const Endpoint& endpoint);

// Takes an answer in whatever pieces it comes and says when it is whole.
class AnswerReader {
 public:
  enum class State : std::uint8_t { Wanting, Whole, Wrong };

  // An answer whose body is longer is wrong; of a longer one nothing is kept.
  explicit AnswerReader(std::size_t body_bytes_max) : body_bytes_max_(body_bytes_max) {}

  State feed(std::string_view bytes);
  // The partner has closed: whole only where nothing else could tell the end.
  State end();

  [[nodiscard]] const std::string& complaint() const { return complaint_; }
  // Of a whole one.
  [[nodiscard]] http::Answer take() { return std::move(answer_); }

 private:
  enum class Part : std::uint8_t { Head, Counted, Chunk, Trailer, UntilClosed, Done };

  State step();
  State wrong(std::string_view why);
  State read_head();
  bool read_status_line(std::string_view line);
  bool read_header_line(std::string_view line);
  State choose_body();
  State read_counted();
  State read_chunk();
  State read_trailer();
  State read_until_closed();
  std::optional<std::string> line();

  std::size_t body_bytes_max_;
  Part part_ = Part::Head;
  std::string pending_;  // came and was not read yet
  std::size_t head_bytes_ = 0;
  std::size_t body_bytes_ = 0;  // announced
  bool has_status_ = false;
  http::Answer answer_;
  std::string complaint_;
};

}  // namespace vermilion::service::transport
