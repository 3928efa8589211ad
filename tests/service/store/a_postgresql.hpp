#pragma once

#include <filesystem>
#include <string>

namespace vermilion::tests {

// PostgreSQL on a socket of its own, started when first asked for and gone with this process,
// however that ends.
class APostgreSql {
 public:
  // The one of this process; throws std::runtime_error with the reason where there is none.
  static const APostgreSql& running();
  ~APostgreSql();
  APostgreSql(const APostgreSql&) = delete;
  APostgreSql& operator=(const APostgreSql&) = delete;

  // "host=… user=… dbname=<name>"
  std::string where(const std::string& database) const;
  void create(const std::string& database) const;

 private:
  APostgreSql();

  std::filesystem::path folder_;
  int process_ = 0;
};

}  // namespace vermilion::tests
