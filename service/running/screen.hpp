#pragma once

#include "service/store/database/database.hpp"

#include <optional>
#include <string>

namespace vermilion::service::running {

// The codes people pay and verify by, from whoever made them to whoever shows them.
class Screen {
 public:
  explicit Screen(store::database::Database& database) : database_(database) {}

  // What World::show is to do; the later one stands. Throws std::runtime_error where the database
  // could not, so that the job which brought it is tried again.
  void show(const std::string& key, const std::string& url);

  // Of an attempt to pay; nothing where the channel has not answered yet.
  [[nodiscard]] store::database::Result<std::optional<std::string>> payment_code(
      const std::string& attempt);
  // Of an order, for its legal person.
  [[nodiscard]] store::database::Result<std::optional<std::string>> verification_url(
      const std::string& order);

 private:
  store::database::Result<std::optional<std::string>> shown(const std::string& key);

  store::database::Database& database_;
};

}  // namespace vermilion::service::running
