package org.graphline.testing;

/// Every claim of the shop is a test.
@GraphlineTest("shop.graphline")
class ShopTest implements ClaimTests {}
