#include "pipeline/seal/circles.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace vermilion::pipeline::seal {
namespace {

// Edges below this are noise of the paper and of JPEG (Sobel of an 8-bit picture; 32 is a step of
// 8).
constexpr int kEdgeMin = 32;

// More edges than this and only every second, third, … votes: bounds the cost on red photos, where
// the stronger edges would outvote a faint seal. A page with a seal or two stays below.
constexpr std::size_t kEdgesMax = 3000;

// Voting goes in steps of two pixels into cells of two pixels: a quarter of the cost, no centre
// lost.
constexpr int kCell = 2;
constexpr float kFixed = 65536;  // places are walked along in whole numbers, a quarter faster

constexpr std::size_t kPeaks = 8;
constexpr float kSupportMin = 0.45F;
constexpr float kAligned = 0.92F;  // cosine between gradient and ray; 23 degrees for a jagged rim

struct Edge {
  cv::Point2f at;
  cv::Point2f towards_ink;  // unit gradient
};

std::vector<Edge> edges_of(const cv::Mat& ink) {
  cv::Mat dx;
  cv::Mat dy;
  cv::Sobel(ink, dx, CV_16S, 1, 0);
  cv::Sobel(ink, dy, CV_16S, 0, 1);
  cv::Mat squared(ink.size(), CV_32S);
  for (int y = 0; y < ink.rows; ++y) {
    const auto* gx = dx.ptr<std::int16_t>(y);
    const auto* gy = dy.ptr<std::int16_t>(y);
    auto* out = squared.ptr<std::int32_t>(y);
    for (int x = 0; x < ink.cols; ++x) out[x] = gx[x] * gx[x] + gy[x] * gy[x];
  }
  std::vector<Edge> edges;
  for (int y = 1; y + 1 < ink.rows; ++y) {
    const auto* row = squared.ptr<std::int32_t>(y);
    for (int x = 1; x + 1 < ink.cols; ++x) {
      if (row[x] < kEdgeMin * kEdgeMin) continue;
      const float length = std::sqrt(static_cast<float>(row[x]));
      edges.push_back(
          {cv::Point2f(static_cast<float>(x), static_cast<float>(y)),
           cv::Point2f(dx.at<std::int16_t>(y, x) / length, dy.at<std::int16_t>(y, x) / length)});
    }
  }
  return edges;
}

// Every `step`-th edge stands for its neighbours.
struct Sampled {
  std::vector<Edge> edges;
  float step = 1;
};

Sampled sampled(std::vector<Edge> edges) {
  const std::size_t step = edges.size() / kEdgesMax + 1;
  for (std::size_t i = 0; i * step < edges.size(); ++i) edges[i] = edges[i * step];
  edges.resize((edges.size() + step - 1) / step);
  return {std::move(edges), static_cast<float>(step)};
}

// Of a walk that goes on by `step` from `at`: how many places lie from nought to before `end`.
int places_inside(int at, int step, int end) {
  if (at < 0 || at >= end) return 0;
  if (step == 0) return INT32_MAX;
  return (step > 0 ? end - 1 - at : at) / std::abs(step) + 1;
}

// The outer edge of a ring points at the centre, the inner one away from it: each votes both ways.
cv::Mat votes_of(const std::vector<Edge>& edges, cv::Size size, RadiusRange radii) {
  cv::Mat1w votes = cv::Mat1w::zeros(size.height / kCell + 1, size.width / kCell + 1);
  const cv::Point end(votes.size() * static_cast<int>(kFixed));
  const int steps = static_cast<int>((radii.max - radii.min) / kCell) + 1;
  for (const Edge& edge : edges) {
    for (const float sense : {1.0F, -1.0F}) {
      const cv::Point2f direction = edge.towards_ink * sense;
      cv::Point at((edge.at + radii.min * direction) * (kFixed / kCell));
      const cv::Point step(direction * kFixed);
      const int inside =
          std::min({steps, places_inside(at.x, step.x, end.x), places_inside(at.y, step.y, end.y)});
      for (int i = 0; i < inside; ++i, at += step) ++votes(at.y >> 16, at.x >> 16);
    }
  }
  cv::GaussianBlur(votes, votes, cv::Size(3, 3), 0.8);
  return votes;
}

std::vector<cv::Point2f> peaks_of(const cv::Mat& votes) {
  cv::Mat highest;
  cv::dilate(votes, highest, cv::Mat::ones(5, 5, CV_8U));
  std::vector<std::pair<int, cv::Point>> peaks;
  for (int y = 0; y < votes.rows; ++y) {
    const auto* row = votes.ptr<std::uint16_t>(y);
    const auto* top = highest.ptr<std::uint16_t>(y);
    for (int x = 0; x < votes.cols; ++x) {
      if (row[x] > 4 && row[x] == top[x]) peaks.emplace_back(row[x], cv::Point(x, y));
    }
  }
  std::ranges::stable_sort(peaks, std::greater{}, &std::pair<int, cv::Point>::first);
  std::vector<cv::Point2f> centres;
  for (const auto& [count, cell] : peaks) {
    if (centres.size() == kPeaks) break;
    centres.emplace_back((static_cast<float>(cell.x) + 0.5F) * kCell,
                         (static_cast<float>(cell.y) + 0.5F) * kCell);
  }
  return centres;
}

// The radius at which most edges face the centre.
Circle ring_around(cv::Point2f centre, const Sampled& sample, RadiusRange radii) {
  std::vector<float> facing(static_cast<std::size_t>(radii.max) + 3, 0.0F);
  for (const Edge& edge : sample.edges) {
    const cv::Point2f ray = edge.at - centre;
    const float squared = ray.dot(ray);
    if (squared < radii.min * radii.min || squared > radii.max * radii.max) continue;
    const float distance = std::sqrt(squared);
    if (std::abs(ray.dot(edge.towards_ink)) < kAligned * distance) continue;
    facing[static_cast<std::size_t>(distance + 0.5F)] += sample.step;
  }
  Circle best{.centre = centre};
  for (std::size_t k = 1; k + 1 < facing.size(); ++k) {
    const auto radius = static_cast<float>(k);
    if (radius < radii.min) continue;
    const float support =
        (facing[k - 1] + facing[k] + facing[k + 1]) / (2 * std::numbers::pi_v<float> * radius);
    if (support > best.support) best = {centre, radius, support};
  }
  return best;
}

bool inside(const Circle& small, const Circle& large) {
  return cv::norm(small.centre - large.centre) <
         static_cast<double>(std::max(small.radius, large.radius)) * 0.8;
}

}  // namespace

std::vector<Circle> circles(const cv::Mat& ink, RadiusRange radii) {
  const Sampled sample = sampled(edges_of(ink));
  if (sample.edges.empty()) return {};
  std::vector<Circle> rings;
  for (const cv::Point2f centre : peaks_of(votes_of(sample.edges, ink.size(), radii))) {
    const Circle ring = ring_around(centre, sample, radii);
    if (ring.support >= kSupportMin) rings.push_back(ring);
  }
  // A ring is worth its whole circumference, so the seal comes before the circles in its star.
  std::ranges::stable_sort(rings, std::greater{},
                           [](const Circle& c) { return std::min(c.support, 1.5F) * c.radius; });
  std::vector<Circle> kept;
  for (const Circle& ring : rings) {
    if (std::ranges::none_of(kept, [&](const Circle& k) { return inside(ring, k); })) {
      kept.push_back(ring);
    }
  }
  return kept;
}

}  // namespace vermilion::pipeline::seal
