#pragma once

#include "service/http/message.hpp"
#include "service/transport/client.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vermilion::service::demo {

using Json = nlohmann::json;

// The server answered otherwise than the demonstration goes.
struct OffTheScript : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A browser without a window: asks the server on loopback, keeps its cookies. Whatever is not
// answered with 2xx throws OffTheScript with the code of the problem.
class Visitor {
 public:
  // Visitors of one account are told apart by their names: their idempotency keys differ.
  explicit Visitor(std::uint16_t port, std::string name = "demo");

  Json get(const std::string& path);
  // Each with an idempotency key of its own; nothing is sent where `body` is null.
  Json post(const std::string& path, const Json& body = nullptr);
  Json post(const std::string& path, std::string_view bytes, const std::string& type);
  Json put(const std::string& path, std::string_view bytes, const std::string& type);
  // As it is answered, whatever it is.
  http::Answer ask(const std::string& method, const std::string& path, std::string_view body,
                   const std::string& type);

 private:
  Json answered(const std::string& method, const std::string& path, std::string_view body,
                const std::string& type);
  void keep_cookies(const http::Answer& answer);

  transport::Client client_;
  std::string name_;
  std::map<std::string, std::string> cookies_;
  int requests_ = 0;
};

}  // namespace vermilion::service::demo
