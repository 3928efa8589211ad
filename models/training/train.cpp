// Trains a small classifier from rendered fonts and writes its weights.
//
//   train_classifier glyphs|turn OUT.bin [SOURCES] [EPOCHS] [SEED]
//
// SOURCES is the number of lines or blocks drawn. The same arguments and fonts give the same bytes.

#include "models/training/faces.hpp"
#include "models/training/glyph_examples.hpp"
#include "models/training/perceptron_trainer.hpp"
#include "models/training/printed_line.hpp"
#include "models/training/turn_examples.hpp"
#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/page/turn.hpp"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>

namespace vermilion::models {
namespace {

struct Task {
  std::string_view name;
  pipeline::Perceptron::Shape shape;
  int sources;
  int epochs;
  std::vector<Example> (*examples_of)(Random&);
};

const std::array kTasks{
    Task{"glyphs",
         {std::tuple_size_v<pipeline::credit_code::Window>, 112,
          pipeline::credit_code::kGlyphClasses},
         10'000,
         10,
         [](Random& random) { return glyph_examples(printed_line(random), random); }},
    Task{"turn",
         {std::tuple_size_v<pipeline::page::TurnWindow>, 64, pipeline::page::kTurns},
         4'000,
         10,
         turn_examples},
};

std::vector<Example> examples_from(const Task& task, int sources, unsigned seed) {
  Random random(seed);
  std::vector<Example> examples;
  for (int i = 0; i < sources; ++i) {
    for (Example& made : task.examples_of(random)) examples.push_back(std::move(made));
  }
  return examples;
}

double accuracy_of(const pipeline::Perceptron& net, const std::vector<Example>& examples) {
  std::vector<float> input(net.inputs());
  std::vector<float> scores(net.classes());
  int right = 0;
  for (const Example& example : examples) {
    std::ranges::transform(example.input, input.begin(),
                           [](auto v) { return static_cast<float>(v) / 255; });
    net.classify(input, scores);
    right += std::ranges::max_element(scores) - scores.begin() == example.label;
  }
  return static_cast<double>(right) / static_cast<double>(examples.size());
}

int train(const Task& task, const char* path, int sources, int epochs, unsigned seed) {
  for (const auto& family : installed_families()) std::printf("face %s\n", family.c_str());
  const auto examples = examples_from(task, sources, seed);
  const auto unseen = examples_from(task, std::max(50, sources / 20), seed + 1'000'003);
  std::printf("%zu examples to learn from, %zu never learnt from\n", examples.size(),
              unseen.size());
  Random random(seed);
  Weights weights = random_weights(task.shape, random);
  Trainer trainer(weights);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    const float rate =
        2e-3F * std::pow(0.04F, static_cast<float>(epoch) / static_cast<float>(epochs));
    const double loss = trainer.epoch(examples, rate, random);
    std::printf("epoch %d loss %.4f right on unseen %.2f %%\n", epoch + 1, loss,
                100 * accuracy_of(as_read(weights), unseen));
    std::fflush(stdout);
  }
  write(weights, path);
  return 0;
}

}  // namespace
}  // namespace vermilion::models

int main(int argc, char** argv) {
  using namespace vermilion::models;
  const auto task =
      std::ranges::find(kTasks, std::string_view(argc > 1 ? argv[1] : ""), &Task::name);
  if (argc < 3 || task == kTasks.end()) {
    std::fprintf(stderr, "usage: train_classifier glyphs|turn OUT.bin [SOURCES] [EPOCHS] [SEED]\n");
    return 2;
  }
  cv::setNumThreads(1);
  const auto number = [&](int i, int otherwise) {
    return argc > i ? std::atoi(argv[i]) : otherwise;
  };
  return train(*task, argv[2], number(3, task->sources), number(4, task->epochs),
               static_cast<unsigned>(number(5, 1)));
}
