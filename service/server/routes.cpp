#include "service/server/routes.hpp"

#include "pipeline/limits.hpp"
#include "rules/yaml/parse.hpp"
#include "service/scans/evidence.hpp"
#include "service/server/handlers/audit.hpp"
#include "service/server/handlers/callbacks.hpp"
#include "service/server/handlers/documents.hpp"
#include "service/server/handlers/events.hpp"
#include "service/server/handlers/forms.hpp"
#include "service/server/handlers/health.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/key_requests.hpp"
#include "service/server/handlers/pictures.hpp"
#include "service/server/handlers/post_room.hpp"
#include "service/server/handlers/projects.hpp"
#include "service/server/handlers/review.hpp"
#include "service/server/handlers/rule_drafts.hpp"
#include "service/server/handlers/rule_files.hpp"
#include "service/server/handlers/site.hpp"
#include "service/server/handlers/webhooks.hpp"

#include <array>
#include <optional>

namespace vermilion::service::server {
namespace {

using accounts::Role;

// A notice of WeChat Pay has 4 KiB; 快递100 pushes all that happened to a parcel so far.
constexpr std::size_t kCallbackBytes = 64 * 1024;
// A request for a key of 4096 bits has 2 KiB in PEM.
constexpr std::size_t kKeyRequestBytes = 16 * 1024;
constexpr std::size_t kWebhookBytes = 8 * 1024;
// Six documents with thirty sentences each.
constexpr std::size_t kDecisionBytes = 128 * 1024;
// All rule files there are, twice over, as JSON writes them.
constexpr std::size_t kRulesBytes = 2 * 1024 * 1024;
// Ten thousand keys.
constexpr std::size_t kHallKeysBytes = 2 * 1024 * 1024;

constexpr accounts::Roles kWhoSeesScans = accounts::Role::Applicant | accounts::Role::Reviewer |
                                          accounts::Role::Operator | accounts::Role::Auditor;

constexpr std::array kRoutes{
    Route{"GET", "/livez", Access::Machine, 0, handlers::alive, "The process answers"},
    Route{"GET", "/readyz", Access::Machine, 0, handlers::ready, "It takes work"},
    Route{"GET", "/metrics", Access::Machine, 0, handlers::metrics, "What was counted"},
    Route{"GET", "/api/v1/projects", Access::Client, 0, handlers::list_projects,
          "The certificate projects and their documents"},
    Route{"POST", "/api/v1/inspections", Access::Client, pipeline::limits::kFileBytesCeiling,
          handlers::inspect, "Look at one scan"},

    Route{"POST", "/callbacks/wechat", Access::Public, kCallbackBytes, handlers::wechat_callback,
          "WeChat Pay tells what became of a payment or refund"},
    Route{"POST", "/callbacks/alipay", Access::Public, kCallbackBytes, handlers::alipay_callback,
          "Alipay tells what became of a payment"},
    Route{"POST", "/callbacks/verification", Access::Public, kCallbackBytes,
          handlers::verification_callback, "The provider tells what became of a verification"},
    Route{"POST", "/callbacks/courier/{order}", Access::Public, kCallbackBytes,
          handlers::courier_callback, "快递100 tells where a parcel is"},
    Route{"PUT", "/api/v1/orders/{order}/key-request", Access::Account, kKeyRequestBytes,
          handlers::bring_key_request, "The request for the key of the certificate",
          Role::Operator},
    Route{"GET", "/api/v1/webhooks", Access::Account, 0, handlers::list_webhooks,
          "Programs that are told what becomes of orders", Role::Admin},
    Route{"POST", "/api/v1/webhooks", Access::Account, kWebhookBytes, handlers::add_webhook,
          "One more program is told", Role::Admin},
    Route{"DELETE", "/api/v1/webhooks/{webhook}", Access::Account, 0, handlers::remove_webhook,
          "A program is told no longer", Role::Admin},
    Route{"GET", "/{file*}", Access::Public, 0, handlers::site, "A page, or what belongs to one"},

    // Scans and forms of orders
    Route{"PUT", "/api/v1/orders/{order}/documents/{slot}", Access::Account,
          pipeline::limits::kFileBytesCeiling, handlers::upload_document, "Put a scan into a slot",
          accounts::Role::Applicant},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}", Access::Account, 0,
          handlers::list_document_versions, "What was put into a slot", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/report", Access::Account, 0,
          handlers::get_document_report, "What was seen in a scan", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/picture", Access::Account, 0,
          handlers::get_document_picture, "A scan as it may be shown", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/events", Access::Account, 0, handlers::follow_order,
          "What happens to an order, as it happens", kWhoSeesScans | accounts::Role::Finance},
    Route{"GET", "/api/v1/orders/{order}/forms/{slot}", Access::Account, 0, handlers::get_form,
          "The form of a slot, to print", accounts::Role::Applicant | accounts::Role::Operator},
    Route{"GET", "/api/v1/orders/{order}/refund-letter", Access::Account, 0,
          handlers::get_refund_letter, "The letter that asks for a payment back, to print",
          accounts::Role::Applicant | accounts::Role::Operator | accounts::Role::Finance},
    Route{"POST", "/api/v1/evidence", Access::Account, scans::kEvidenceBytes,
          handlers::keep_evidence, "Keep a letter, a signature, a proof of a name",
          accounts::Role::Applicant | accounts::Role::Operator},

    // Reviewing, the post room, rules, audit
    Route{"GET", "/api/v1/review/queue", Access::Account, 0, handlers::show_queue,
          "Orders that wait for a reviewer, the first first", Role::Reviewer},
    Route{"POST", "/api/v1/review/next", Access::Account, 0, handlers::claim_next,
          "Take the next order", Role::Reviewer},
    Route{"POST", "/api/v1/review/{order}/heartbeat", Access::Account, 0, handlers::keep_claim,
          "Keep an order while it is looked at", Role::Reviewer},
    Route{"GET", "/api/v1/review/{order}/case", Access::Account, 0, handlers::show_case,
          "Everything a reviewer has on the screen", Role::Reviewer},
    Route{"POST", "/api/v1/review/{order}/decision", Access::Account, kDecisionBytes,
          handlers::decide_case, "Decide on every document of an order", Role::Reviewer},
    Route{"GET", "/api/v1/rules/precision", Access::Account, 0, handlers::show_precision,
          "How far people bear the machine out", Role::Reviewer | Role::RuleAuthor | Role::Auditor},
    Route{"GET", "/api/v1/post-room/{code}", Access::Account, 0, handlers::find_by_code,
          "The order of a sheet", Role::Operator},
    Route{"POST", "/api/v1/post-room/{order}/comparison", Access::Account,
          pipeline::limits::kFileBytesCeiling, handlers::compare_paper,
          "Hold a scan of the paper against the upload", Role::Operator},
    Route{"GET", "/api/v1/rules/files", Access::Account, 0, handlers::show_rule_files, "Rule files",
          Role::RuleAuthor},
    Route{"PUT", "/api/v1/rules/files", Access::Account, rules::yaml::kBytesMax,
          handlers::write_rule_file, "Write a file of a draft", Role::RuleAuthor},
    Route{"DELETE", "/api/v1/rules/files", Access::Account, 0, handlers::remove_rule_file,
          "Take a file out of a draft", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/check", Access::Account, kRulesBytes, handlers::check_rules,
          "What is wrong with rule files", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/test", Access::Account, kRulesBytes, handlers::test_rules,
          "Try the cases beside projects", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/diff", Access::Account, kRulesBytes, handlers::diff_rules,
          "What these rules do not mean alike with the live ones", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/replay", Access::Account, kRulesBytes, handlers::replay_rules,
          "Judge stored reports by these rules and the live ones", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/completions", Access::Account, kRulesBytes,
          handlers::complete_rules, "What may be written at a place of a rule file",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/schema", Access::Account, 0, handlers::show_rules_schema,
          "JSON Schema of a kind of rule file", Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/drafts", Access::Account, 0, handlers::list_rule_drafts,
          "Drafts of rules, the last changed first", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts", Access::Account, kRulesBytes, handlers::begin_rule_draft,
          "Begin a draft", Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/drafts/{draft}", Access::Account, 0, handlers::show_rule_draft,
          "A draft, and what it said in shadow", Role::RuleAuthor},
    Route{"DELETE", "/api/v1/rules/drafts/{draft}", Access::Account, 0, handlers::drop_rule_draft,
          "Give up a draft", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/shadow", Access::Account, 0,
          handlers::shadow_rule_draft, "Let a draft judge beside the live rules", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/question", Access::Account, kDecisionBytes,
          handlers::ask_to_publish, "Ask a second person to make a draft live", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/confirmation", Access::Account, kDecisionBytes,
          handlers::confirm_publication, "Make a draft live as the second person",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/publications", Access::Account, 0, handlers::list_publications,
          "Which rules were live when", Role::RuleAuthor | Role::Auditor},
    Route{"POST", "/api/v1/rules/rollback", Access::Account, kDecisionBytes,
          handlers::roll_back_rules, "Go back to rules that were live before", Role::RuleAuthor},
    Route{"GET", "/api/v1/audit/ledger", Access::Account, 0, handlers::show_ledger,
          "Entries of the ledger with what they changed", Role::Auditor},
    Route{"GET", "/api/v1/audit/views", Access::Account, 0, handlers::show_views,
          "Who of the staff saw which scan", Role::Auditor},
    Route{"GET", "/api/v1/audit/verification", Access::Account, 0, handlers::verify_ledger,
          "Whether the ledger is what was written", Role::Auditor},
    Route{"GET", "/api/v1/statistics", Access::Account, 0, handlers::show_statistics,
          "How much there was to do, and how long people waited",
          Role::Auditor | Role::Finance | Role::Operator},
    Route{"GET", "/api/v1/reconciliation", Access::Account, 0, handlers::show_reconciliation,
          "What the gateways' bills and our books do not share", Role::Finance},
    Route{"POST", "/api/v1/hall-keys", Access::Account, kHallKeysBytes, handlers::import_hall_keys,
          "Keys that were issued at the hall", Role::Operator},
    Route{"GET", "/api/v1/jobs/dead", Access::Account, 0, handlers::list_dead_jobs,
          "What could not be done outside, and why", Role::Operator | Role::Auditor},
    Route{"POST", "/api/v1/jobs/{job}/revival", Access::Account, 0, handlers::revive_job,
          "Try a dead job again", Role::Operator},
};

constexpr bool no_row_stands_twice() {
  for (std::size_t i = 0; i < kRoutes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (kRoutes[i].method == kRoutes[j].method && kRoutes[i].path == kRoutes[j].path)
        return false;
    }
  }
  return true;
}
static_assert(no_row_stands_twice());

std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);  // its slash
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

using Parameters = std::map<std::string, std::string, std::less<>>;

bool takes_the_rest(std::string_view pattern) {
  return pattern.ends_with("*}");
}

std::optional<Parameters> fitted(std::string_view pattern, std::string_view path) {
  Parameters parameters;
  if (takes_the_rest(pattern)) {
    parameters.emplace(pattern.substr(2, pattern.size() - 4), path.substr(1));
    return parameters;
  }
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = next_segment(pattern);
    const std::string_view given = next_segment(path);
    if (wanted.starts_with('{') && !given.empty()) {
      parameters.emplace(wanted.substr(1, wanted.size() - 2), given);
    } else if (wanted != given) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parameters;
}

// What no other row is for, whatever the method.
tl::expected<Match, Problem> find_rest(std::string_view method, std::string_view path,
                                       std::span<const Route> table) {
  for (const Route& route : table) {
    if (route.method != method || !takes_the_rest(route.path)) continue;
    return Match{&route, fitted(route.path, path).value()};
  }
  return tl::make_unexpected(Problem{Fault::NotFound});
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

tl::expected<Match, Problem> find_route(std::string_view method, std::string_view path,
                                        std::span<const Route> table) {
  std::string allowed;
  for (const Route& route : table) {
    auto parameters = takes_the_rest(route.path) ? std::nullopt : fitted(route.path, path);
    if (!parameters) continue;
    if (route.method == method) return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return find_rest(method, path, table);
  return tl::make_unexpected(Problem{.fault = Fault::MethodNotAllowed, .allow = allowed});
}

}  // namespace vermilion::service::server
