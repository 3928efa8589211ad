#include "tests/rules/requirement_rows.hpp"
#include "tests/workflow/scenario.hpp"
#include "workflow/refusal.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

// Which requirement is held where. A story cites the rows it stands for; what is no story of an
// order has a test of its own, named here.
namespace vermilion::tests {
namespace {

const std::map<std::string, std::string>& held_by_tests() {
  static const std::map<std::string, std::string> kTests{
      {"1.1", "Registration.ASecondTimeIsAnsweredWithoutTheOthersData"},
      {"1.2", "Registration.NeedsACodeOfThatNumber"},
      {"1.3", "RegistrationForm.IsRefused"},
      {"1.4", "RegistrationForm.IsRefused"},
      {"1.6", "Registration.WithTheRightCodeSupersedesTheWrongOne"},
      {"1.10", "Rename.TakesTwoPersonsAndVoidsOpenOrders"},
      {"1.11", "Rename.TakesTwoPersonsAndVoidsOpenOrders"},
      {"1.12", "Rename.TakesTwoPersonsAndVoidsOpenOrders"},
      {"1.16", "ExistingUser.TheCodeWasWrong"},
      {"1.17", "ExistingUser.AColleagueCanSignIn"},
      {"1.18", "Seats.AreAddedAndRemovedButNotTheLast"},
      {"1.19", "Password.IsResetByACodeToTheRegisteredNumber"},
      {"1.20", "PhoneChange.IsAskedWithMaterialAndDecidedByStaff"},
      {"1.22", "ExistingUser.TheTelephoneIsGone"},
      {"2.11", "Codes.WaitForTheCaptcha"},
      {"2.12", "Rename.TakesTwoPersonsAndVoidsOpenOrders"},
      {"3.2", "Rename.TakesTwoPersonsAndVoidsOpenOrders"},
      {"4.2", "Registration.NeedsACodeOfThatNumber"},
      {"4.3", "Rename.TakesTwoPersonsAndVoidsOpenOrders"},
      {"5.2", "PhoneChange.IsAskedWithMaterialAndDecidedByStaff"},
  };
  return kTests;
}

// What is asked of pages alone.
const std::map<std::string, std::string>& of_pages() {
  static const std::map<std::string, std::string> kPages{
      {"1.32", "the list of documents is a page made of the rules"},
      {"1.48", "the list of an organisation's orders is a page"},
      {"2.39", "the user manual is a page"},
  };
  return kPages;
}

// Of orders, of accounts, and of orders by the rules of the published projects.
const std::vector<Scenario>& all_stories() {
  static const auto kAll = [] {
    auto all = scenarios();
    for (const auto* folder : {"workflow/organisation/scenarios", "service/projects/stories"}) {
      for (Scenario& story : scenarios_in(folder)) all.push_back(std::move(story));
    }
    return all;
  }();
  return kAll;
}

std::set<std::string> cited() {
  std::set<std::string> rows;
  for (const Scenario& story : all_stories()) rows.insert(story.rows.begin(), story.rows.end());
  return rows;
}

bool is_held(const std::string& row) {
  return cited().contains(row) || held_by_tests().contains(row);
}

// The rows no rule holds were left to those who handle orders: each is held here.
TEST(Requirements, WhatNoRuleHoldsIsHeldByAStoryOrATest) {
  for (const UnruledRow& row : unruled_rows()) {
    if (row.room != "workflow" && row.room != "service") continue;
    const std::string name(row.row);
    EXPECT_NE(is_held(name), of_pages().contains(name)) << name << ": " << row.reason;
  }
}

// The FAQ, question by question: Q1 1.33-1.36, Q2 1.30-1.31, Q3 1.6-1.9, Q4 1.10-1.13,
// Q5 1.14-1.15, Q6 1.16-1.21, Q7 1.22, Q8 1.23, Q9 1.24, Q10 1.25, Q11 1.26-1.27, Q12 1.28-1.29,
// Q13 1.37-1.48.
TEST(Requirements, EveryQuestionOfTheFaqIsToldByAStory) {
  const auto rows = cited();
  for (int number = 6; number <= 47; ++number) {
    const std::string row = fmt::format("1.{}", number);
    EXPECT_NE(rows.contains(row), of_pages().contains(row)) << row;
  }
}

TEST(Requirements, EveryRowCitedExists) {
  const auto rows = requirement_rows();
  const std::set<std::string> known(rows.begin(), rows.end());
  for (const std::string& row : cited()) EXPECT_TRUE(known.contains(row)) << row;
  for (const auto& [row, test] : held_by_tests()) EXPECT_TRUE(known.contains(row)) << row;
}

// A test that was renamed no longer holds anything.
TEST(Requirements, EveryTestNamedIsInThisProgram) {
  std::set<std::string> tests;
  const auto* program = testing::UnitTest::GetInstance();
  for (int i = 0; i < program->total_test_suite_count(); ++i) {
    const auto* suite = program->GetTestSuite(i);
    for (int j = 0; j < suite->total_test_count(); ++j) {
      const std::string name = suite->GetTestInfo(j)->name();
      tests.insert(fmt::format("{}.{}", suite->name(), name.substr(0, name.find('/'))));
    }
  }
  for (const auto& [row, test] : held_by_tests()) EXPECT_TRUE(tests.contains(test)) << test;
}

// A refusal nobody ever hears is none.
TEST(Requirements, EveryRefusalIsToldByAStory) {
  std::set<std::string> told;
  for (const Scenario& story : all_stories()) {
    for (std::string& code : refusals_in(story)) told.insert(std::move(code));
  }
  for (std::size_t code = 0; code < workflow::kRefusals; ++code) {
    const std::string name(name_of(static_cast<workflow::RefusalCode>(code)));
    EXPECT_TRUE(told.contains(name)) << name;
  }
}

TEST(Requirements, HowManyRowsTheStoriesCite) {
  EXPECT_GE(cited().size(), 120U);
}

}  // namespace
}  // namespace vermilion::tests
