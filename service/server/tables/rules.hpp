#pragma once

#include "pipeline/limits.hpp"
#include "rules/yaml/parse.hpp"
#include "service/server/handlers/rule_drafts.hpp"
#include "service/server/handlers/rule_files.hpp"
#include "service/server/handlers/rule_trials.hpp"
#include "service/server/routes.hpp"

#include <array>
#include <cstddef>

// Rules on their way from a file to the live ones.
namespace vermilion::service::server::tables {

using accounts::Role;

// A reason in a hundred paragraphs.
inline constexpr std::size_t kReasonBytes = 128 * 1024;

// All rule files there are, twice over, as JSON writes them.
inline constexpr std::size_t kRulesBytes = 2 * 1024 * 1024;

inline constexpr std::array kRules{
    Route{"GET", "/api/v1/rules/precision", Access::Account, 0, Rate::Usual,
          handlers::show_precision, "How far people bear the machine out",
          Role::Reviewer | Role::RuleAuthor | Role::Auditor},
    Route{"GET", "/api/v1/rules/files", Access::Account, 0, Rate::Usual, handlers::show_rule_files,
          "Rule files", Role::RuleAuthor},
    Route{"PUT", "/api/v1/rules/files", Access::Account, rules::yaml::kBytesMax, Rate::Usual,
          handlers::write_rule_file, "Write a file of a draft", Role::RuleAuthor},
    Route{"DELETE", "/api/v1/rules/files", Access::Account, 0, Rate::Usual,
          handlers::remove_rule_file, "Take a file out of a draft", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/check", Access::Account, kRulesBytes, Rate::Usual,
          handlers::check_rules, "What is wrong with rule files", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/test", Access::Account, kRulesBytes, Rate::Usual,
          handlers::test_rules, "Try the cases beside projects", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/inspections", Access::Account, pipeline::limits::kFileBytesCeiling,
          Rate::Scans, handlers::try_rules_on_scan, "Try rules on a scan of one's own",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/pictures", Access::Account, 0, Rate::Usual,
          handlers::show_case_picture, "A document of a case, drawn", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/diff", Access::Account, kRulesBytes, Rate::Usual,
          handlers::diff_rules, "What these rules do not mean alike with the live ones",
          Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/replay", Access::Account, kRulesBytes, Rate::Usual,
          handlers::replay_rules, "Judge stored reports by these rules and the live ones",
          Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/completions", Access::Account, kRulesBytes, Rate::Usual,
          handlers::complete_rules, "What may be written at a place of a rule file",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/schema", Access::Account, 0, Rate::Usual,
          handlers::show_rules_schema, "JSON Schema of a kind of rule file", Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/drafts", Access::Account, 0, Rate::Usual,
          handlers::list_rule_drafts, "Drafts of rules, the last changed first", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts", Access::Account, kRulesBytes, Rate::Usual,
          handlers::begin_rule_draft, "Begin a draft", Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/drafts/{draft}", Access::Account, 0, Rate::Usual,
          handlers::show_rule_draft, "A draft, and what it said in shadow", Role::RuleAuthor},
    Route{"DELETE", "/api/v1/rules/drafts/{draft}", Access::Account, 0, Rate::Usual,
          handlers::drop_rule_draft, "Give up a draft", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/shadow", Access::Account, 0, Rate::Usual,
          handlers::shadow_rule_draft, "Let a draft judge beside the live rules", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/question", Access::Account, kReasonBytes,
          Rate::Usual, handlers::ask_to_publish, "Ask a second person to make a draft live",
          Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/confirmation", Access::Account, kReasonBytes,
          Rate::Usual, handlers::confirm_publication, "Make a draft live as the second person",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/publications", Access::Account, 0, Rate::Usual,
          handlers::list_publications, "Which rules were live when",
          Role::RuleAuthor | Role::Auditor},
    Route{"POST", "/api/v1/rules/rollback", Access::Account, kReasonBytes, Rate::Usual,
          handlers::roll_back_rules, "Go back to rules that were live before", Role::RuleAuthor},
};

}  // namespace vermilion::service::server::tables
