#pragma once

#include "service/store/database/database.hpp"
#include "service/store/ledger/marks.hpp"
#include "service/store/orders/certificates.hpp"
#include "service/store/orders/lists.hpp"
#include "service/store/orders/saying.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The door to orders and organisations: say a command, look at what there is.
//
// A command is one transaction: the order is the fold of its entries in the ledger, the facts are
// read beside it, workflow::apply decides, and the event, the lists, the main key and the jobs are
// written together or not at all. Answers tell what workflow says; errors are of the database. A
// command whose id was taken before changes nothing and answers without events, so after an error
// of kind Down the same command may be said again.
namespace vermilion::service::store::orders {

// To whom what is said.
struct ToOrder {
  std::string order;
  workflow::Command command;
};
struct ToOrganisation {
  std::string credit_code;
  workflow::organisation::Command command;
};
using Message = std::variant<ToOrder, ToOrganisation>;

// What a gateway or vendor told us, by its own number: heard a second time, it does nothing.
struct Callback {
  std::string provider;
  std::string id;
};

class Orders {
 public:
  // What goes wrong after a commit, where nobody is told but the log: marks that cannot be written.
  using Complain = std::function<void(const database::Error&)>;
  // After a commit that has put jobs, so that whoever carries them need not look for them.
  using Call = std::function<void(const jobs::Asked&)>;

  // All of these must outlive it. Without marks nothing is written to the second place.
  Orders(database::Database& database, const Terms& terms, const workflow::WorkingDays& calendar,
         const ledger::Marks* marks = nullptr, Complain complain = {}, Call call = {});

  [[nodiscard]] database::Result<Answer> say(const std::string& order,
                                             const workflow::Command& command);
  // The callback is remembered if the command is not refused.
  [[nodiscard]] database::Result<Answer> say(const std::string& order,
                                             const workflow::Command& command,
                                             const Callback& because);
  [[nodiscard]] database::Result<OrganisationAnswer> say(
      const std::string& credit_code, const workflow::organisation::Command& command);

  // NotBegun: there is none.
  [[nodiscard]] database::Result<workflow::Order> order(const std::string& id);
  [[nodiscard]] database::Result<workflow::organisation::Organisation> organisation(
      const std::string& credit_code);
  // What has happened to it; empty once it is erased.
  [[nodiscard]] database::Result<std::vector<workflow::Event>> history(const std::string& order);
  [[nodiscard]] database::Result<std::vector<Line>> list(const Filter& filter);

  // One that we did not make, so that it can be reissued or renewed.
  [[nodiscard]] database::Result<void> import_certificate(const ImportedCertificate& imported);

  // The tables of lists, made again from the ledger; nothing else is said meanwhile.
  [[nodiscard]] database::Result<void> rebuild();
  // What stands in them otherwise than the ledger says: "orders O1".
  [[nodiscard]] database::Result<std::vector<std::string>> differences();

  // Work that says commands and does something of its own besides, as one transaction.
  template <class Work>
  [[nodiscard]] auto transact(Work&& work)
      -> database::Result<std::invoke_result_t<Work, Saying&>> {
    std::optional<ledger::Head> head;
    jobs::Asked asked;
    auto done = database_.transact([&](database::Transaction& transaction) {
      asked = {};
      Saying saying{transaction, terms_, calendar_, *memory_, asked};
      return marked(transaction, head, work, saying);
    });
    if (done && call_ && asked != jobs::Asked{}) call_(asked);
    if (done && head && head->number > 0) mark(*head);
    return done;
  }

  // Looks at several things as of one moment. Says nothing.
  template <class Work>
  [[nodiscard]] auto read(Work&& work) -> database::Result<std::invoke_result_t<Work, Saying&>> {
    jobs::Asked none;
    return database_.read([&](database::Transaction& transaction) {
      Saying saying{transaction, terms_, calendar_, *memory_, none};
      return work(saying);
    });
  }

  database::Database& database() { return database_; }

 private:
  template <class Work>
  static auto marked(database::Transaction& transaction, std::optional<ledger::Head>& head,
                     Work& work, Saying& saying) {
    auto value = work(saying);
    if (!transaction.undone()) head = ledger::head(transaction);
    return value;
  }
  void mark(const ledger::Head& head) const;

  database::Database& database_;
  const Terms& terms_;
  const workflow::WorkingDays& calendar_;
  const ledger::Marks* marks_;
  std::unique_ptr<Memory> memory_;
  Complain complain_;
  Call call_;
};

// Commands to several at once, within one transaction. Locks in one order whom they are said to.
[[nodiscard]] std::vector<workflow::Refusal> say_all(const Saying& saying,
                                                     const std::vector<Message>& messages);

}  // namespace vermilion::service::store::orders
