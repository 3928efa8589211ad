#include "tests/workflow/organisation/story.hpp"

#include "tests/workflow/organisation/account.hpp"
#include "tests/workflow/words.hpp"
#include "workflow/digest.hpp"
#include "workflow/messages.hpp"
#include "workflow/organisation/advice.hpp"
#include "workflow/organisation/transitions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>

namespace vermilion::tests {
namespace {

using namespace workflow;
using namespace workflow::organisation;

Purpose purpose_named(const std::string& name) {
  for (const Purpose one : {Purpose::Register, Purpose::ResetPassword, Purpose::ChangePhone}) {
    if (name_of(one) == name) return one;
  }
  throw std::invalid_argument("no purpose: " + name);
}

std::string mobile(const Words& words) {
  return option(words, "mobile", kMobile);
}

std::string shown(const Account& account) {
  const auto& organisation = account.organisation;
  return organisation.rename ? sha256_of(rename_subject(organisation, *organisation.rename)) : "";
}

using Phrase = std::function<organisation::Body(const Account&, const Words&)>;

// The verbs, and the command each stands for.
const std::map<std::string, Phrase>& phrases() {
  using A = const Account&;
  using W = const Words&;
  using Body = organisation::Body;
  static const std::map<std::string, Phrase> kPhrases{
      {"code",
       [](A, W w) -> Body {
         return SendCode{purpose_named(at(w, 1)), mobile(w), "digest", !has(w, "no_captcha")};
       }},
      {"enter",
       [](A, W w) -> Body {
         return EnterCode{purpose_named(at(w, 1)), mobile(w), has(w, "wrong") ? "" : "digest"};
       }},
      {"register",
       [](A, W w) -> Body {
         return Register{option(w, "code", kCreditCode),
                         option(w, "name", "鹰潭市样例公司"),
                         "seat1",
                         "张三",
                         mobile(w),
                         option(w, "replaces")};
       }},
      {"reset_password", [](A, W w) -> Body { return ResetPassword{option(w, "mobile")}; }},
      {"add_seat",
       [](A, W w) -> Body {
         return AddSeat{at(w, 1), "李四", mobile(w)};
       }},
      {"remove_seat", [](A, W w) -> Body { return RemoveSeat{at(w, 1)}; }},
      {"ask_phone_change",
       [](A, W w) -> Body {
         return AskPhoneChange{mobile(w), has(w, "no_material") ? "" : "material", "原号码已注销"};
       }},
      {"approve_phone_change", [](A, W) -> Body { return ApprovePhoneChange{}; }},
      {"refuse_phone_change", [](A, W w) -> Body { return RefusePhoneChange{at(w, 1)}; }},
      {"rename",
       [](A, W w) -> Body {
         return AskRename{at(w, 1), at(w, 2), at(w, 3), has(w, "no_evidence") ? "" : "evidence"};
       }},
      {"confirm_rename",
       [](A a, W w) -> Body { return ConfirmRename{option(w, "shown", shown(a))}; }},
      {"withdraw_rename", [](A, W) -> Body { return WithdrawRename{}; }},
      {"confirm_name", [](A, W) -> Body { return ConfirmName{}; }},
      {"supersede", [](A, W w) -> Body { return Supersede{at(w, 1)}; }},
      {"reserve",
       [](A, W w) -> Body {
         return ReserveMainKey{at(w, 1), at(w, 2)};
       }},
      {"release",
       [](A, W w) -> Body {
         return ReleaseMainKey{at(w, 1), at(w, 2)};
       }},
      {"record",
       [](A, W w) -> Body {
         return RecordMainKey{at(w, 1), at(w, 2), at(w, 3), option(w, "replaces")};
       }},
      {"import",
       [](A, W w) -> Body {
         return ImportMainKey{at(w, 1), at(w, 2)};
       }},
  };
  return kPhrases;
}

Role role_of(const std::string& word) {
  const auto found = std::ranges::find(kRoleNames, word.substr(0, word.find('#')), &RoleName::name);
  if (found == kRoleNames.end()) throw std::invalid_argument("no role: " + word);
  return static_cast<Role>(found - kRoleNames.begin());
}

std::string_view advice_after(const Words& words) {
  const AdviceNode* node = &advice_tree().front();
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    node = &node_of(words[i] == "yes" ? node->yes.value() : node->no.value());
  }
  return node->yes ? "another question" : node->name;
}

class Player {
 public:
  explicit Player(const Scenario& scenario) : scenario_(scenario) {}

  std::vector<std::string> play() {
    for (const std::string& step : scenario_.steps) {
      line_ = step;
      take(words_in(step));
    }
    line_ = "the end";
    expect(organisation::fold(account_.log) == account_.organisation,
           "the organisation is not the fold of its events");
    return wrong_;
  }

 private:
  void expect(bool holds, const std::string& otherwise) {
    if (!holds) wrong_.push_back(fmt::format("“{}”: {}", line_, otherwise));
  }
  void expect_is(std::string_view is, std::string_view told) {
    expect(is == told, fmt::format("is {}", is));
  }

  void take(const Words& words) {
    const std::string& first = words.front();
    const auto& organisation = account_.organisation;
    if (first == "registered") {
      account_ = registered();
    } else if (first == "wait") {
      account_.now += duration_in(words.at(1));
    } else if (first == "advised") {
      expect_is(advice_after(words), words.back());
    } else if (first == "reads") {
      reads(words.at(1));
    } else if (first == "name") {
      expect_is(organisation.name, words.at(1));
    } else if (first == "mobile") {
      expect_is(organisation.mobile, words.at(1));
    } else if (first == "state") {
      expect_is(kStateNames[static_cast<std::size_t>(organisation.state)], words.at(1));
    } else if (first == "asked" || first == "unasked") {
      asked(words.at(1), first == "asked");
    } else {
      tell();
    }
  }

  void reads(const std::string& text) {
    const auto said = text_of(account_.last_refusal, Language::Chinese);
    expect(said.find(text) != said.npos, "reads: " + said);
  }

  void asked(const std::string& effect, bool is_so) {
    const bool was = std::ranges::any_of(
        account_.effects, [&](const auto& one) { return name_of(one.kind) == effect; });
    expect(was == is_so, "is not so");
  }

  void tell() {
    const auto arrow = line_.find(" -> ");
    auto words = words_in(line_.substr(0, arrow));
    const std::string who = words.front();
    words.erase(words.begin());
    const Organisation before = account_.organisation;
    const auto refusal =
        account_.say(role_of(who), phrases().at(words.front())(account_, words), who);
    if (arrow == line_.npos) {
      expect(!refusal, refusal ? fmt::format("refused as {}", name_of(*refusal)) : "");
      return;
    }
    expect_is(refusal ? name_of(*refusal) : "taken", line_.substr(arrow + 4));
    expect(before == account_.organisation, "a refused command changed the organisation");
    const std::string text = text_of(account_.last_refusal, Language::Chinese);
    expect(text.find('{') == text.npos, "has a gap: " + text);
  }

  const Scenario& scenario_;
  Account account_ = unregistered();
  std::string line_;
  std::vector<std::string> wrong_;
};

}  // namespace

const std::vector<Scenario>& account_scenarios() {
  static const auto kScenarios = scenarios_in("workflow/organisation/scenarios");
  return kScenarios;
}

std::vector<std::string> account_played(const Scenario& scenario) {
  return Player(scenario).play();
}

}  // namespace vermilion::tests
