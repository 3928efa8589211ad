#include "service/commands/inspect.hpp"

#include "service/batch/batch.hpp"
#include "service/batch/interrupt.hpp"
#include "service/batch/progress.hpp"
#include "service/batch/tally.hpp"
#include "service/commands/inspect_job.hpp"
#include "service/commands/inspect_options.hpp"
#include "service/output/output.hpp"
#include "service/output/stage_costs.hpp"

#include <fmt/format.h>

#include <atomic>
#include <memory>
#include <ostream>

namespace vermilion::service::commands {
namespace {

using cli::Console;
using cli::ExitCode;

std::unique_ptr<output::Output> output_for(const InspectOptions& options, const InspectJob& job,
                                           Console& console) {
  const output::Style style{
      .language = job.language, .colour = console.colour, .costs = options.stats};
  return output::find_format(options.format)->make(console.out, style);
}

ExitCode carry_out(const InspectJob& job, const InspectOptions& options, Console& console) {
  const batch::Interrupt interrupt;
  const auto output = output_for(options, job, console);
  batch::Progress progress(console.err, console.err_is_terminal, job.inputs.size());
  batch::Tally tally;
  output::StageCosts costs;
  ExitCode code = ExitCode::Accepted;
  std::atomic<bool> lost = false;  // nobody can read what is written: a full disk

  output->begin();
  const auto deliver = [&](const batch::Outcome& outcome) {
    tally.count(outcome);
    costs.add(outcome);
    code = graver(code, exit_code(outcome));
    progress.clear();
    output->write(outcome);
    if (!outcome.overlay_complaint.empty()) {
      console.err << "vermilion inspect: " << outcome.overlay_complaint << '\n';
    }
    progress.draw(tally);
    lost = !console.out;
  };
  batch::run(job.inputs, job.terms, options.jobs, *job.inspectors, deliver,
             [&] { return interrupt.asked() || lost; });
  output->end();
  console.out.flush();

  progress.clear();
  if (options.stats) console.err << costs.table();
  console.err << summary(tally, progress.elapsed(), job.language) << '\n';
  if (!console.out) {
    console.err << "vermilion inspect: the results could not be written\n";
    code = graver(code, ExitCode::OurFault);
  }
  return interrupt.asked() ? graver(code, ExitCode::Interrupted) : code;
}

ExitCode inspect_with(const InspectOptions& options, const Pipeline& pipeline, Console& console) {
  const auto job = prepare(options, pipeline, console);
  if (job) return carry_out(*job, options, console);
  console.err << fmt::format("vermilion inspect: {}\n", job.error().complaint);
  return job.error().code;
}

}  // namespace

cli::Action inspect(CLI::App& app, Console& console, const Pipeline& pipeline) {
  const auto options = std::make_shared<InspectOptions>();
  declare(app, *options);
  return [options, &console, pipeline] { return inspect_with(*options, pipeline, console); };
}

}  // namespace vermilion::service::commands
