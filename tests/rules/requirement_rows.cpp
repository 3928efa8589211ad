#include "tests/rules/requirement_rows.hpp"

#include <fmt/format.h>

#include <array>

namespace vermilion::tests {
namespace {

struct Document {
  int number;
  int rows;
};

// S0 to S4, in this order.
constexpr std::array kDocuments{Document{1, 48}, Document{2, 39}, Document{3, 28}, Document{4, 23},
                                Document{5, 31}};

constexpr std::array kUnruled{
    UnruledRow{"1.2", "workflow", "what registration asks for is the same in every project"},
    UnruledRow{"1.6", "workflow", "a new account supersedes the old one and its orders"},
    UnruledRow{"1.8", "workflow", "an unpaid void order is kept and shown as void"},
    UnruledRow{"1.11", "workflow", "the back office renames an account, with reason and evidence"},
    UnruledRow{"1.12", "service", "the site shows the organisation's name at the top right"},
    UnruledRow{"1.16", "workflow", "the answer to a registration that exists already"},
    UnruledRow{"1.17", "workflow", "the answer to a registration that exists already"},
    UnruledRow{"1.18", "workflow", "colleagues get seats of their own under one account"},
    UnruledRow{"1.19", "workflow", "a password is reset by a message to the registered telephone"},
    UnruledRow{"1.20", "workflow", "a change of telephone is asked for by the account"},
    UnruledRow{"1.22", "workflow", "a change of telephone is asked for by the account"},
    UnruledRow{"1.24", "workflow", "a refund is a request with its letter, alike in every project"},
    UnruledRow{"1.32", "rules", "the list of documents is generated from the rules themselves"},
    UnruledRow{"1.33", "workflow", "an order says which step it waits for"},
    UnruledRow{"1.34", "workflow", "an order says which step it waits for"},
    UnruledRow{"1.36", "workflow", "the recipient is told who applied and what the parcel holds"},
    UnruledRow{"1.37", "workflow", "state of an order: 未提交"},
    UnruledRow{"1.38", "workflow", "state of an order: 正在审核"},
    UnruledRow{"1.39", "workflow", "state of an order: 资料审核通过"},
    UnruledRow{"1.40", "workflow", "state of an order: 资料审核失败"},
    UnruledRow{"1.42", "workflow", "state of an order: 正在受理"},
    UnruledRow{"1.43", "workflow", "only 正在受理 takes a courier number"},
    UnruledRow{"1.44", "workflow", "state of an order: 制证完成"},
    UnruledRow{"1.45", "workflow", "when the courier takes parcels is the hall's, not a project's"},
    UnruledRow{"1.46", "workflow", "a seal found bad after making is supplemented within a day"},
    UnruledRow{"1.47", "workflow", "state of an order: 已发放"},
    UnruledRow{"1.48", "service", "the account lists its orders"},
    UnruledRow{"2.11", "service", "signing in is the same in every project"},
    UnruledRow{"2.25", "workflow", "approval sends a message to the agent"},
    UnruledRow{"2.26", "workflow", "rejection sends a message; the agent mends and submits again"},
    UnruledRow{"2.37", "service", "the site shows the order and the courier number"},
    UnruledRow{"2.39", "service", "the user manual is a page of the site"},
    UnruledRow{"3.19", "workflow", "an order is submitted when every required slot is filled"},
    UnruledRow{"3.20", "workflow", "approval and rejection send messages to the agent"},
    UnruledRow{"4.2", "workflow", "registration confirms the telephone by a code"},
    UnruledRow{"4.17", "workflow", "approval and rejection send messages to the agent"},
    UnruledRow{"5.2", "service", "signing in is the same in every project"},
    UnruledRow{"5.12", "workflow", "approval and rejection send messages to the agent"},
    UnruledRow{"5.25", "workflow", "a renewal is bound to the subject its applicant confirmed"},
    UnruledRow{"5.28", "workflow", "a paid download is resumed without a second payment"},
    UnruledRow{"5.29", "workflow", "state of a renewal: 证书更新成功"},
};

}  // namespace

std::vector<std::string> requirement_rows() {
  std::vector<std::string> rows;
  for (const Document& document : kDocuments) {
    for (int row = 1; row <= document.rows; ++row) {
      rows.push_back(fmt::format("{}.{}", document.number, row));
    }
  }
  return rows;
}

std::span<const UnruledRow> unruled_rows() {
  return kUnruled;
}

}  // namespace vermilion::tests
