import { describe, expect, it } from "vitest";
import { point } from "./signing";

describe("a drawn signature", () => {
  it("is kept in points of its picture, however large it is shown", () => {
    const box = { left: 10, top: 20, width: 300, height: 100 };
    expect(point(10, 20, box)).toBe("0 0");
    expect(point(160, 70, box)).toBe("300 100");
    expect(point(999, -5, box)).toBe("600 0");
  });
});
