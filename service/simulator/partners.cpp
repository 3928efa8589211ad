#include "service/simulator/partners.hpp"

#include "service/simulator/alipay_bill.hpp"

#include <utility>

namespace vermilion::service::simulator {
namespace {

bool has(const http::Request& request, std::string_view header) {
  return http::only(request.headers, header).has_value();
}

}  // namespace

Partners::Partners(Sides sides, Mischief mischief, std::uint64_t seed, effects::Stamps stamps)
    : sides_(std::move(sides)), stamps_(std::move(stamps)), mischief_(mischief), random_(seed) {}

http::Answer Partners::answer(const http::Request& request) {
  const Stamp stamp = stamps_();
  const std::lock_guard lock(mutex_);
  const auto before = book_.refunds;
  auto answer = played(request, stamp);
  for (const auto& [key, refund] : book_.refunds) {
    const auto known = before.find(key);
    const bool news = known == before.end() || known->second.state != refund.state;
    if (news && refund.state != Refund::State::Processing) call_back_about(refund);
  }
  return answer;
}

http::Answer Partners::played(const http::Request& request, const Stamp& stamp) {
  const std::string& path = request.path;
  if (path.starts_with("/v3/")) return play_wechat(request, book_, sides_.wechat, stamp);
  if (path == "/gateway.do" || path.starts_with(kBillFile)) {
    return play_alipay(request, book_, sides_.alipay, stamp);
  }
  if (path.starts_with("/v1/verifications")) {
    return play_verification(request, book_, sides_.verification, stamp);
  }
  if (path.starts_with("/poll")) return play_courier(request, book_, sides_.courier);
  if (has(request, "x-acs-action")) return play_aliyun(request, book_, sides_.aliyun, stamp);
  if (has(request, "X-TC-Action")) return play_tencent(request, book_, sides_.tencent, stamp);
  return {404, {}, "nobody is played here\n"};
}

void Partners::call_back(const Callback& callback) {
  for (auto& delivery : deliveries_of(callback, mischief_, random_)) {
    deliveries_.push_back(std::move(delivery));
  }
}

void Partners::call_back_about(const Refund& refund) {
  const Trade& trade = book_.trades.at({refund.channel, refund.attempt});
  if (refund.channel == Channel::WeChat) {
    call_back(wechat_callback(refund, trade, sides_.wechat, stamps_()));
  } else if (refund.state == Refund::State::Done) {  // of failures Alipay says nothing
    call_back(alipay_callback(trade, &refund, sides_.alipay, stamps_()));
  }
}

bool Partners::pay(const TradeKey& key) {
  {
    const std::lock_guard lock(mutex_);
    if (!simulator::pay(book_, key, stamps_().now)) return false;
  }
  return call_again(key);
}

bool Partners::call_again(const TradeKey& key) {
  const std::lock_guard lock(mutex_);
  const auto found = book_.trades.find(key);
  if (found == book_.trades.end() || found->second.state != Trade::State::Paid) return false;
  const Trade& trade = found->second;
  call_back(key.first == Channel::WeChat
                ? wechat_callback(trade, sides_.wechat, stamps_())
                : alipay_callback(trade, nullptr, sides_.alipay, stamps_()));
  return true;
}

bool Partners::refund(const TradeKey& key, bool well) {
  const std::lock_guard lock(mutex_);
  if (!finish_refund(book_, key, well, stamps_().now)) return false;
  call_back_about(book_.refunds.at(key));
  return true;
}

bool Partners::verify(const std::string& order, bool passed) {
  const std::lock_guard lock(mutex_);
  const auto found = book_.verifications.find(order);
  if (found == book_.verifications.end()) return false;
  found->second.state = passed ? Verification::State::Passed : Verification::State::Failed;
  found->second.at = stamps_().now;
  call_back(verification_callback(found->second, sides_.verification, stamps_()));
  return true;
}

bool Partners::move(const ParcelKey& key, const std::string& state, const std::string& place) {
  const std::lock_guard lock(mutex_);
  const auto found = book_.parcels.find(key);
  if (found == book_.parcels.end()) return false;
  found->second.state = state;
  found->second.place = place;
  found->second.at = stamps_().now;
  call_back(courier_callback(found->second));
  return true;
}

void Partners::set(const Mischief& mischief) {
  const std::lock_guard lock(mutex_);
  mischief_ = mischief;
}

void Partners::set_refunds_at_once(bool at_once) {
  const std::lock_guard lock(mutex_);
  book_.refunds_at_once = at_once;
}

void Partners::swallow_next_answer() {
  const std::lock_guard lock(mutex_);
  swallow_ = true;
}

bool Partners::takes_the_answer() {
  const std::lock_guard lock(mutex_);
  return std::exchange(swallow_, false);
}

std::vector<Delivery> Partners::take_deliveries() {
  const std::lock_guard lock(mutex_);
  return std::exchange(deliveries_, {});
}

Book Partners::book() const {
  const std::lock_guard lock(mutex_);
  return book_;
}

Mischief Partners::mischief() const {
  const std::lock_guard lock(mutex_);
  return mischief_;
}

}  // namespace vermilion::service::simulator
