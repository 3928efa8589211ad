#include "service/store/database/connection.hpp"

#include <Poco/Data/PostgreSQL/Connector.h>
#include <Poco/Data/PostgreSQL/Utility.h>
#include <Poco/Exception.h>
#include <fmt/format.h>
#include <libpq-fe.h>

#include <cctype>
#include <cstdlib>

namespace vermilion::service::store::database {
namespace {

// Nobody waits for ever: not for a lock, not for a statement, not for a client that went away in
// the middle of a transaction.
constexpr const char* kSettings = R"(
  SET client_encoding = 'UTF8';
  SET client_min_messages = 'error';
  SET lock_timeout = '10s';
  SET statement_timeout = '60s';
  SET idle_in_transaction_session_timeout = '60s';
)";

// Appendix A of the PostgreSQL manual: the first two characters are the class.
ErrorKind kind_of(std::string_view state) {
  if (state == "40001" || state == "40P01" || state == "55P03" || state == "57014") {
    return ErrorKind::Busy;
  }
  const std::string_view of = state.substr(0, 2);
  if (of == "23") return ErrorKind::Constraint;
  // 22P05, 22021: text the database cannot hold; the caller's mistake, and so ours.
  if (of == "08" || of == "53" || of == "57" || of == "58" || of == "25") return ErrorKind::Down;
  return ErrorKind::Ours;
}

// The word behind a label of Poco's text: " State: 40001 Detail: …". What follows "Detail:" holds
// values of rows and is never looked at further.
std::string word_after(std::string_view text, std::string_view label) {
  const auto at = text.rfind(label);
  if (at == text.npos) return "";
  const std::string_view rest = text.substr(at + label.size());
  return std::string(rest.substr(0, rest.find('\n')));
}

// "ERROR:  42703": all that is left of messages under PQERRORS_SQLSTATE.
std::string state_in(std::string_view text) {
  for (const std::string_view label : {"ERROR:  ", "FATAL:  ", "PANIC:  "}) {
    const auto at = text.find(label);
    if (at != text.npos) return std::string(text.substr(at + label.size(), 5));
  }
  return "";
}

class PostgreSql final : public Connection {
 public:
  explicit PostgreSql(Poco::Data::Session session)
      : Connection(session), handle_(*Poco::Data::PostgreSQL::Utility::handle(session)) {
    // Messages without text: a text may quote a value of a row.
    PQsetErrorVerbosity(handle_, PQERRORS_SQLSTATE);
    // Unless told otherwise libpq writes to stderr what the server has to say.
    PQsetNoticeProcessor(
        handle_, [](void*, const char*) {}, nullptr);
    script(kSettings);
  }

  Backend backend() const override { return Backend::PostgreSql; }
  void begin(bool writes) override {
    script(writes ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                  : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }
  void commit() override {
    // A transaction that failed before answers COMMIT with ROLLBACK, and calls that a success.
    if (script_tag("COMMIT") != "COMMIT") {
      throw Broken{{ErrorKind::Ours, "PostgreSQL: commit of a failed transaction", {}}};
    }
  }
  void rollback() noexcept override {
    if (is_in_transaction()) PQclear(PQexec(handle_, "ROLLBACK"));
  }
  bool is_in_transaction() override {
    const PGTransactionStatusType status = PQtransactionStatus(handle_);
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
  }
  bool is_alive() override { return PQstatus(handle_) == CONNECTION_OK; }

  void script(const std::string& sql) override { script_tag(sql); }

  void rewrite() override { script("VACUUM FULL"); }

  void lock(std::string_view name) override {
    one_value("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", std::string(name));
  }

  std::int64_t now_ms() override {
    return std::atoll(
        one_value("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint WHERE $1 = ''", "")
            .c_str());
  }

  std::string adapted(const std::string& sql) const override { return sql; }

  Error error_of(const Poco::Exception& exception, const std::string& sql) override {
    const std::string text = exception.displayText();
    std::string state = state_in(text);
    if (!is_alive()) state = "08006";
    Error error{state.empty() ? ErrorKind::Ours : kind_of(state),
                fmt::format("PostgreSQL {}: {}", state.empty() ? exception.what() : state, sql),
                {}};
    if (error.kind == ErrorKind::Constraint) error.constraint = word_after(text, " Constraint: ");
    return error;
  }

 private:
  struct Answer {
    explicit Answer(PGresult* answer) : result(answer) {}
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;
    ~Answer() { PQclear(result); }
    bool good() const {
      const ExecStatusType status = PQresultStatus(result);
      return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    }
    PGresult* result;
  };

  void must_be_good(const Answer& answer, std::string_view sql) {
    if (answer.good()) return;
    const char* state = PQresultErrorField(answer.result, PG_DIAG_SQLSTATE);
    const std::string_view code = state == nullptr ? "08006" : state;
    throw Broken{{kind_of(code), fmt::format("PostgreSQL {}: {}", code, sql.substr(0, 80)), {}}};
  }

  std::string script_tag(const std::string& sql) {
    const Answer answer(PQexec(handle_, sql.c_str()));
    must_be_good(answer, sql);
    return PQcmdStatus(answer.result);
  }

  std::string one_value(const char* sql, const std::string& parameter) {
    const char* values[] = {parameter.c_str()};
    const Answer answer(PQexecParams(handle_, sql, 1, nullptr, values, nullptr, nullptr, 0));
    must_be_good(answer, sql);
    return PQntuples(answer.result) == 0 ? "" : PQgetvalue(answer.result, 0, 0);
  }

  PGconn* handle_;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(const std::string& where) {
  static const bool kRegistered = [] {
    Poco::Data::PostgreSQL::Connector::registerConnector();
    return true;
  }();
  static_cast<void>(kRegistered);
  try {
    return std::make_unique<PostgreSql>(Poco::Data::Session("PostgreSQL", where));
  } catch (const Poco::Exception&) {
    // The exception quotes the connection string, and with it a password.
    throw Broken{{ErrorKind::Down, "PostgreSQL: no connection", {}}};
  }
}

}  // namespace vermilion::service::store::database
