#pragma once

#include "service/store/database/error.hpp"
#include "service/store/database/place.hpp"

#include <Poco/Data/Session.h>

#include <memory>
#include <string>
#include <string_view>

namespace Poco {
class Exception;
}

// One session with one of the databases, and what they do not do alike.
namespace vermilion::service::store::database {

class Connection {
 public:
  virtual ~Connection() = default;

  virtual Backend backend() const = 0;
  virtual void begin(bool writes) = 0;
  virtual void commit() = 0;
  virtual void rollback() noexcept = 0;
  virtual bool is_in_transaction() = 0;
  virtual bool is_alive() = 0;
  virtual void script(const std::string& sql) = 0;
  virtual void lock(std::string_view name) = 0;
  // Writes everything anew, so that nothing of what was deleted is left in between.
  virtual void rewrite() = 0;
  virtual std::int64_t now_ms() = 0;
  // A statement with parameters $1, $2, … as this database writes them.
  virtual std::string adapted(const std::string& sql) const = 0;
  // What the statement that just failed has come to.
  virtual Error error_of(const Poco::Exception& exception, const std::string& sql) = 0;

  Poco::Data::Session& session() { return session_; }

 protected:
  explicit Connection(Poco::Data::Session session) : session_(std::move(session)) {}

 private:
  Poco::Data::Session session_;
};

// Throw Broken.
std::unique_ptr<Connection> open_sqlite(const std::string& file);
std::unique_ptr<Connection> open_postgresql(const std::string& where);
std::unique_ptr<Connection> open(const Place& place);

}  // namespace vermilion::service::store::database
