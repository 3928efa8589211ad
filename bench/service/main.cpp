// Measures `vermilion` as a server: how soon a report is there, how many scans it bears, what
// becomes of strangers' files, of a crowd of slow clients, and of what must be told to nobody.
// bench/README.md says what each row means.

#include "bench/service/crowd.hpp"
#include "bench/service/hostile.hpp"
#include "bench/service/mixed.hpp"
#include "bench/service/planted.hpp"
#include "bench/service/reports.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <map>

namespace {

using namespace vermilion::service_load;

struct Options {
  Place place{.program = "build/release/vermilion", .folder = "build/load"};
  std::size_t count = 300;
  std::size_t scans = 6000;
  std::filesystem::path files;
  unsigned seconds = 60;
  unsigned each = 4;
  unsigned at_once = 2;
  std::size_t connections = 1000;
  std::uint16_t nginx_port = 22443;
  std::size_t of_each = 100;
  std::size_t kills = 100;
};

template <class... Arguments>
void print(fmt::format_string<Arguments...> text, Arguments&&... arguments) {
  std::cout << fmt::format(text, std::forward<Arguments>(arguments)...) << std::endl;
}

// How it ended and what sanitizers had to say: nothing, where all is well.
int told(std::string_view what, int ended_with, const std::vector<std::string>& complaints) {
  print("{}: ended with {}; {} reports of a sanitizer", what, ended_with, complaints.size());
  for (const std::string& complaint : complaints) print("  {}", complaint);
  return complaints.empty() && ended_with == 0 ? 0 : 1;
}

int fill(const Options& options) {
  ADemo demo(options.place);
  const int ended_with = demo.end();
  return told("fill", ended_with, complaints_in(demo.said() + demo.log()));
}

void reports(const Options& options) {
  const ADemo demo(options.place);
  print("start: answers after {} ms", demo.came_up_in().count());
  const auto seen = one_at_a_time(demo, options.count);
  print("reports/upload: {}", seen.taken.text());
  print("reports/report: {}", seen.reported.text());
}

void uploads(const Options& options) {
  const ADemo demo(options.place);
  const auto sum = as_many_as_it_bears(demo, std::chrono::seconds(options.seconds), options.each);
  print("uploads: {:.1f} reports a second over {:.0f} s, {} on their way at once, {} refused (429)",
        static_cast<double>(sum.reported.count()) / sum.wall_s, sum.wall_s,
        demo.applicants().size() * options.each, sum.refused);
  print("uploads/upload: {}", sum.taken.text());
  print("uploads/report: {}", sum.reported.text());
  print("uploads/cpu: {:.2f} cores by the server, {:.2f} by its workers",
        sum.api_cpu_s / sum.wall_s, sum.workers_cpu_s / sum.wall_s);
}

void fairness(const Options& options) {
  const ADemo demo(options.place);
  const auto sum = beside_a_greedy_one(demo, std::chrono::seconds(options.seconds));
  print("fairness: {}; beside {} uploads of one other, {} refused (429)", sum.honest.text(),
        sum.greedy, sum.refused);
}

int hostile(const Options& options) {
  const ADemo demo(options.place);
  const auto sum = inspected(demo, hostile_scans(options.scans, options.files), options.at_once);
  print("hostile: {}, {} at once", sum.answered.text(), options.at_once);
  for (const auto& [code, times] : sum.codes) print("  {:<22} {:>6}", code, times);
  print("hostile: {} without a name, {} workers lost, {}, memory {:.1f} -> {:.1f} MiB", sum.unnamed,
        sum.workers_lost, sum.restarted ? "SERVER GONE" : "same process", sum.resident_before_mib,
        sum.resident_after_mib);
  return sum.unnamed == 0 && !sum.restarted ? 0 : 1;
}

int replacement(const Options& options) {
  const ADemo demo(options.place);
  const auto sum = replaced(demo, options.kills);
  print("replacement/alive: {}", sum.alive.text());
  print("replacement/killed: {}; {} answered otherwise", sum.killed.text(), sum.wrong);
  return sum.wrong == 0 ? 0 : 1;
}

int mixed(const Options& options) {
  const auto sum = mixed_load(options.place, std::chrono::seconds(options.seconds), options.files);
  print(
      "mixed: {} reports, {} strange files ({} without a name), {} pages; {} workers killed, {} "
      "lost",
      sum.uploads.reported.count(), sum.hostile.answered.count(), sum.hostile.unnamed, sum.pages,
      sum.killed, sum.lost);
  const int code = told("mixed", sum.ended_with, sum.complaints);
  return sum.hostile.unnamed == 0 ? code : 1;
}

constexpr std::string_view kWays[] = {"header", "body", "idle", "reading"};  // as Dawdling

int crowd(const Options& options, Dawdling how) {
  const auto calm = honest_among(how, options.connections, options.nginx_port,
                                 std::chrono::seconds(options.seconds));
  print("crowd/{}: {}; {} failed; {} connections held at most, {} begun",
        kWays[static_cast<std::size_t>(how)], calm.honest.text(), calm.failed.size(),
        calm.held_most, calm.begun);
  for (std::size_t i = 0; i < std::min<std::size_t>(calm.failed.size(), 5); ++i) {
    print("  {}", calm.failed[i]);
  }
  return calm.failed.empty() ? 0 : 1;
}

int plant(const Options& options) {
  const ADemo demo(options.place);
  const auto sum = planted(demo, options.of_each);
  print("planted: {} said in {} requests ({} refused), searched in {} texts: {} found",
        sum.canaries, sum.requests, sum.errors, sum.places, sum.found.size());
  for (std::size_t i = 0; i < std::min<std::size_t>(sum.found.size(), 10); ++i) {
    print("  {}", sum.found[i]);
  }
  return sum.found.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  int code = 0;
  CLI::App app("Measures the server: see bench/README.md");
  app.require_subcommand(1);
  app.add_option("--program", options.place.program, "The vermilion to start");
  app.add_option("--folder", options.place.folder,
                 "Of the demonstration; made where it is not there");
  app.add_option("--port", options.place.port, "On 127.0.0.1");
  app.add_option("--partners-port", options.place.partners_port, "On 127.0.0.1");
  app.add_option("--sandbox", options.place.sandbox, "Layers the workers must have");
  const auto part = [&](const char* name, const char* what, auto run) {
    CLI::App* added = app.add_subcommand(name, what);
    added->callback([run] { run(); });
    return added;
  };
  part("fill", "The demonstration's orders, told once", [&] { code = fill(options); });
  part("reports", "Upload to report, one at a time", [&] {
    reports(options);
  })->add_option("--count", options.count, "How many");
  CLI::App* many = part("uploads", "As many as it bears", [&] { uploads(options); });
  many->add_option("--seconds", options.seconds, "How long");
  many->add_option("--each", options.each, "On their way at once, of each of four organisations");
  part("fairness", "Beside a greedy one", [&] {
    fairness(options);
  })->add_option("--seconds", options.seconds, "How long");
  CLI::App* strange = part("hostile", "Strangers' files", [&] { code = hostile(options); });
  strange->add_option("--count", options.scans, "How many");
  strange->add_option("--files", options.files, "A folder of more")->check(CLI::ExistingDirectory);
  strange->add_option("--at-once", options.at_once, "Asked for at once");
  CLI::App* all = part("mixed", "Everything at once, for a program built with sanitizers",
                       [&] { code = mixed(options); });
  all->add_option("--seconds", options.seconds, "How long");
  all->add_option("--files", options.files, "A folder of more")->check(CLI::ExistingDirectory);
  part("replacement", "Workers killed", [&] {
    code = replacement(options);
  })->add_option("--kills", options.kills, "How often");
  const std::map<std::string, Dawdling> ways{{"header", Dawdling::Header},
                                             {"body", Dawdling::Body},
                                             {"idle", Dawdling::Idle},
                                             {"reading", Dawdling::Reading}};
  Dawdling how = Dawdling::Header;
  CLI::App* slow = part("crowd", "Slow clients at an nginx that runs already",
                        [&] { code = crowd(options, how); });
  slow->add_option("how", how, "header, body, idle or reading")
      ->required()
      ->transform(CLI::CheckedTransformer(ways));
  slow->add_option("--nginx-port", options.nginx_port, "On 127.0.0.1");
  slow->add_option("--connections", options.connections, "Of the crowd");
  slow->add_option("--seconds", options.seconds, "How long");
  part("planted", "What must be told to nobody", [&] {
    code = plant(options);
  })->add_option("--of-each", options.of_each, "Numbers, names, passwords, tokens of each kind");
  CLI11_PARSE(app, argc, argv);
  return code;
} catch (const std::exception& error) {
  std::cerr << "service_load: " << error.what() << "\n";
  return 1;
}
