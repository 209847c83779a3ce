pool-entry = Resource pool
pool-title = <b>Resource pool</b> · { $count }
pool-only = Only { $what }
pool-row = { $index } { $first }
pool-row-more = { $index } { $first }
    　{ $more }
pool-unknown = No details known
pool-empty = No customers at the moment. Subscribe to hear of new ones.
pool-hint = Tap a number for details; type a full name or a place to find it
pool-by-region-key = By region
pool-by-domain-key = By domain
pool-all-key = All
pool-subscribe-key = Subscribe
pool-full-name = Type the full name, e.g. Xinghe Electronics Co., Ltd.
pool-not-there = This customer isn't in the pool.
pool-released = In the pool since { $at }
pool-open-at = Pool customer, open from { $at }
pool-held-until = You or your agency held it; open to you from { $at }
pool-details-left = { $count ->
    [0] No more details today
    [one] 1 more detail today
   *[other] { $count } more details today
}
pool-details-used = No more details today ({ $limit } each a day).
claim-key = Claim
band = { PIECES($low) }–{ PIECES($high) } a year
band-above = over { PIECES($low) } a year
subscriptions-title = <b>Subscriptions</b>
subscriptions-mine = Subscribed: { $values }
subscriptions-hint = Tap to subscribe or to stop
subscribed = ✅ { $value }
conflict-pool = This customer is in the pool and can be claimed
conflict-pool-why = Submitting is a claim, decided by the channel manager; claims a day are limited, withdrawing refunds none.
conflict-pool-later = ⏳ <b>Pool customer</b>, open from { $at }
conflict-pool-cooling = ⏳ <b>Pool customer</b>; you or your agency held it, open to you from { $at }
