#include "service/store/orders/orders.hpp"

#include "service/store/orders/rebuilding.hpp"
#include "service/store/orders/streams.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace vermilion::service::store::orders {
namespace {

using database::Error;
using database::ErrorKind;
using database::Result;
using database::Transaction;

// Ids that come in with commands are unique among all orders. One that another order has taken is
// known only when it is written, and is refused like one of the same order.
std::optional<workflow::Refusal> refusal_in(const Error& error, const std::string& order) {
  if (error.kind != ErrorKind::Constraint) return std::nullopt;
  const std::string& rule = error.constraint;
  if (rule == "attempts.id" || rule == "refunds.id") {
    return workflow::Refusal{workflow::RefusalCode::IdTaken, {{"order", order}}};
  }
  if (rule == "certificates.serial") {
    return workflow::Refusal{workflow::RefusalCode::CertificateNotNew, {{"order", order}}};
  }
  return std::nullopt;
}

bool is_heard(Transaction& transaction, const Callback& callback) {
  transaction.lock(fmt::format("callback/{}/{}", callback.provider, callback.id));
  return transaction
      .row<std::int64_t>("SELECT at FROM callbacks WHERE provider = $1 AND id = $2",
                         {callback.provider, callback.id})
      .has_value();
}

void remember(Transaction& transaction, const Callback& callback) {
  transaction.run("INSERT INTO callbacks (provider, id, at) VALUES ($1, $2, $3)",
                  {callback.provider, callback.id, transaction.now_ms() / 1000});
}

Result<Answer> answer_of(Result<Answer> said, const std::string& order) {
  if (said) return said;
  if (auto refusal = refusal_in(said.error(), order)) return Answer(tl::unexpected(*refusal));
  return said;
}

}  // namespace

Orders::Orders(database::Database& database, const Terms& terms,
               const workflow::WorkingDays& calendar, const ledger::Marks* marks, Complain complain,
               Call call)
    : database_(database),
      terms_(terms),
      calendar_(calendar),
      marks_(marks),
      memory_(std::make_unique<Memory>()),
      complain_(std::move(complain)),
      call_(std::move(call)) {}

Result<Answer> Orders::say(const std::string& order, const workflow::Command& command) {
  return answer_of(transact([&](Saying& saying) { return orders::say(saying, order, command); }),
                   order);
}

Result<Answer> Orders::say(const std::string& order, const workflow::Command& command,
                           const Callback& because) {
  return answer_of(transact([&](Saying& saying) -> Answer {
                     if (is_heard(saying.transaction, because)) {
                       return workflow::Step{
                           *recall_order(saying.transaction, order, saying.memory).state, {}, {}};
                     }
                     Answer answer = orders::say(saying, order, command);
                     if (answer) remember(saying.transaction, because);
                     return answer;
                   }),
                   order);
}

Result<OrganisationAnswer> Orders::say(const std::string& credit_code,
                                       const workflow::organisation::Command& command) {
  return transact([&](Saying& saying) { return orders::say(saying, credit_code, command); });
}

Result<workflow::Order> Orders::order(const std::string& id) {
  return database_.read(
      [&](Transaction& transaction) { return *recall_order(transaction, id, *memory_).state; });
}

Result<workflow::organisation::Organisation> Orders::organisation(const std::string& credit_code) {
  return database_.read([&](Transaction& transaction) {
    return *recall_organisation(transaction, credit_code, *memory_).state;
  });
}

Result<std::vector<workflow::Event>> Orders::history(const std::string& order) {
  return database_.read([&](Transaction& transaction) { return order_log(transaction, order); });
}

Result<std::vector<Line>> Orders::list(const Filter& filter) {
  return database_.read([&](Transaction& transaction) { return lines(transaction, filter); });
}

Result<void> Orders::import_certificate(const ImportedCertificate& imported) {
  const auto done = transact([&](Saying& saying) {
    ledger::append(saying.transaction, {std::string(kImports), std::string(kImported),
                                        text_of(imported), saying.transaction.now_ms() / 1000});
    write(saying.transaction, {}, rows_of(imported));
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<void> Orders::rebuild() {
  const auto done = transact([&](Saying& saying) {
    saying.transaction.lock("ledger");
    remove_all(saying.transaction);
    write(saying.transaction, {}, rows_from_ledger(saying));
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return {};
}

Result<std::vector<std::string>> Orders::differences() {
  return database_.read([&](Transaction& transaction) {
    jobs::Asked none;
    const Saying saying{transaction, terms_, calendar_, *memory_, none};
    const Rows should = rows_from_ledger(saying);
    const Rows is = all_rows(transaction);
    std::set<std::string> different;
    const auto compare = [&](const Rows& one, const Rows& other) {
      for (const auto& [key, columns] : one) {
        const auto found = other.find(key);
        if (found == other.end() || found->second != columns) different.insert(text_of(key));
      }
    };
    compare(should, is);
    compare(is, should);
    return std::vector<std::string>(different.begin(), different.end());
  });
}

void Orders::mark(const ledger::Head& head) const {
  if (marks_ == nullptr) return;
  using namespace std::chrono;
  const auto at_s = duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
  const auto noted = marks_->note(head, at_s);
  if (!noted && complain_) complain_(noted.error());
}

std::vector<workflow::Refusal> say_all(const Saying& saying, const std::vector<Message>& messages) {
  std::set<std::string> order_ids;
  std::set<std::string> credit_codes;
  for (const Message& message : messages) {
    if (const auto* to = std::get_if<ToOrder>(&message)) order_ids.insert(to->order);
    if (const auto* to = std::get_if<ToOrganisation>(&message)) {
      credit_codes.insert(to->credit_code);
    }
  }
  for (const std::string& id : order_ids) {
    saying.transaction.lock(order_stream(id));
    credit_codes.insert(recall_order(saying.transaction, id, saying.memory).state->organisation);
  }
  for (const std::string& code : credit_codes) saying.transaction.lock(organisation_stream(code));

  std::vector<workflow::Refusal> refusals;
  const auto keep = [&](const auto& answer) {
    if (!answer) refusals.push_back(answer.error());
  };
  for (const Message& message : messages) {
    if (const auto* to = std::get_if<ToOrder>(&message)) keep(say(saying, to->order, to->command));
    if (const auto* to = std::get_if<ToOrganisation>(&message)) {
      keep(say(saying, to->credit_code, to->command));
    }
  }
  return refusals;
}

}  // namespace vermilion::service::store::orders
