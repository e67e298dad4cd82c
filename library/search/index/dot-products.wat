;; Inner products of one query with many vectors of signed bytes.
(module
  (memory (export "memory") 1)
  ;; $query: signed 16-bit numbers; $vectors: signed bytes, one vector after the other;
  ;; $dimensions: a multiple of 16; $results: a signed 32-bit number for each vector.
  (func (export "dotProducts")
    (param $query i32) (param $vectors i32) (param $count i32) (param $dimensions i32) (param $results i32)
    (local $end i32) (local $at i32) (local $bytes v128) (local $low v128) (local $high v128)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $end (i32.add (local.get $vectors) (local.get $dimensions)))
        (local.set $at (local.get $query))
        (local.set $low (v128.const i32x4 0 0 0 0))
        (local.set $high (v128.const i32x4 0 0 0 0))
        (block $summed
          (loop $sixteen
            (br_if $summed (i32.ge_u (local.get $vectors) (local.get $end)))
            (local.set $bytes (v128.load (local.get $vectors)))
            (local.set $low (i32x4.add (local.get $low)
              (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $bytes)) (v128.load (local.get $at)))))
            (local.set $high (i32x4.add (local.get $high)
              (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $bytes)) (v128.load offset=16 (local.get $at)))))
            (local.set $vectors (i32.add (local.get $vectors) (i32.const 16)))
            (local.set $at (i32.add (local.get $at) (i32.const 32)))
            (br $sixteen)))
        (local.set $low (i32x4.add (local.get $low) (local.get $high)))
        (i32.store (local.get $results)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $low)) (i32x4.extract_lane 1 (local.get $low)))
            (i32.add (i32x4.extract_lane 2 (local.get $low)) (i32x4.extract_lane 3 (local.get $low)))))
        (local.set $results (i32.add (local.get $results) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next)))))
