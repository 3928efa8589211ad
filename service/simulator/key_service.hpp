#pragma once

#include "service/http/message.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

// The program of the key's maker on an applicant's computer, which pages ask on loopback: which
// keys are inserted, and to write a certificate onto one. A person inserts and pulls them on a
// page.
namespace vermilion::service::simulator {

// Where pages look for it.
inline constexpr std::uint16_t kKeyServicePort = 18210;
// Of every key that is played.
inline constexpr const char* kKeyPin = "123456";

struct Key {
  std::string key_id;
  std::string serial;
  std::string subject;
  std::string valid_until;  // RFC 3339

  friend bool operator==(const Key&, const Key&) = default;
};

class KeyService {
 public:
  // The keys that were issued, each as it is after the last certificate made for it. Asked anew
  // whenever a key is to be seen or written.
  using Issued = std::function<std::vector<Key>()>;

  explicit KeyService(Issued issued = {}) : issued_(std::move(issued)) {}

  // GET / and POST /do: the page. GET /new-key: a request for a key nobody has. GET /keys, POST
  // /keys/KEY/certificates: what pages ask, from this machine alone, and what browsers ask before
  // that.
  [[nodiscard]] http::Answer answer(const http::Request& request);

  [[nodiscard]] std::vector<Key> inserted() const;

 private:
  http::Answer asked(const http::Request& request);
  http::Answer page(std::string_view done) const;
  http::Answer pressed(const std::string& form);
  http::Answer write(const std::string& key_id, const std::string& body);
  std::vector<Key> all() const;
  bool insert(const Key& key);
  bool insert(const std::string& key_id);
  bool pull(const std::string& key_id);

  const Issued issued_;
  mutable std::mutex mutex_;
  std::map<std::string, Key> inserted_;  // by key, as it was when it was last written
};

}  // namespace vermilion::service::simulator
