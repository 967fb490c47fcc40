module @jit_flat attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<8x4xf32> {tf.aliasing_output = 0 : i32}, %arg1: tensor<8x4xf32> {tf.aliasing_output = 1 : i32}, %arg2: tensor<8x4xf32> {tf.aliasing_output = 2 : i32}, %arg3: tensor<8x4xf32> {tf.aliasing_output = 3 : i32}, %arg4: tensor<8x4xf32> {tf.aliasing_output = 9 : i32}, %arg5: tensor<8x4xf32> {tf.aliasing_output = 10 : i32}, %arg6: tensor<8x4xf32> {tf.aliasing_output = 11 : i32}, %arg7: tensor<8x4xf32> {tf.aliasing_output = 12 : i32}, %arg8: tensor<8x4xf32> {tf.aliasing_output = 13 : i32}, %arg9: tensor<8x4xf32> {tf.aliasing_output = 15 : i32}, %arg10: tensor<8x4xf32> {tf.aliasing_output = 17 : i32}, %arg11: tensor<8x4xf32> {tf.aliasing_output = 19 : i32}, %arg12: tensor<8x4xf32> {tf.aliasing_output = 21 : i32}, %arg13: tensor<8x4xf32> {tf.aliasing_output = 22 : i32}, %arg14: tensor<8x4xf32> {tf.aliasing_output = 23 : i32}, %arg15: tensor<8x4xf32> {tf.aliasing_output = 24 : i32}, %arg16: tensor<8x4xf32> {tf.aliasing_output = 25 : i32}, %arg17: tensor<8x4xf32> {tf.aliasing_output = 26 : i32}, %arg18: tensor<8x4xf32> {tf.aliasing_output = 27 : i32}, %arg19: tensor<8x4xf32> {tf.aliasing_output = 28 : i32}, %arg20: tensor<8x4xf32> {tf.aliasing_output = 29 : i32}, %arg21: tensor<8x4xf32> {tf.aliasing_output = 30 : i32}, %arg22: tensor<8x4xf32> {tf.aliasing_output = 32 : i32}, %arg23: tensor<8x4xf32> {tf.aliasing_output = 33 : i32}, %arg24: tensor<8x4xf32> {tf.aliasing_output = 34 : i32}, %arg25: tensor<8x4xf32> {tf.aliasing_output = 38 : i32}, %arg26: tensor<8x4xf32> {tf.aliasing_output = 39 : i32}, %arg27: tensor<8x4xf32> {tf.aliasing_output = 40 : i32}, %arg28: tensor<8x4xf32> {tf.aliasing_output = 42 : i32}, %arg29: tensor<8x4xf32> {tf.aliasing_output = 43 : i32}, %arg30: tensor<8x4xf32> {tf.aliasing_output = 44 : i32}, %arg31: tensor<8x4xf32> {tf.aliasing_output = 45 : i32}, %arg32: tensor<8x4xf32> {tf.aliasing_output = 46 : i32}, %arg33: tensor<8x4xf32> {tf.aliasing_output = 47 : i32}, %arg34: tensor<8x4xf32> {tf.aliasing_output = 48 : i32}, %arg35: tensor<8x4xf32> {tf.aliasing_output = 49 : i32}, %arg36: tensor<8x4xf32> {tf.aliasing_output = 50 : i32}, %arg37: tensor<8x4xf32> {tf.aliasing_output = 52 : i32}, %arg38: tensor<8x4xf32> {tf.aliasing_output = 53 : i32}, %arg39: tensor<8x4xf32> {tf.aliasing_output = 54 : i32}, %arg40: tensor<8x4xf32> {tf.aliasing_output = 55 : i32}, %arg41: tensor<8x4xf32> {tf.aliasing_output = 56 : i32}, %arg42: tensor<8x4xf32> {tf.aliasing_output = 57 : i32}, %arg43: tensor<8x4xf32> {tf.aliasing_output = 58 : i32}, %arg44: tensor<8x4xf32> {tf.aliasing_output = 59 : i32}, %arg45: tensor<8x4xf32> {tf.aliasing_output = 60 : i32}, %arg46: tensor<8x4xf32> {tf.aliasing_output = 61 : i32}, %arg47: tensor<8x4xf32> {tf.aliasing_output = 62 : i32}, %arg48: tensor<8x4xf32> {tf.aliasing_output = 63 : i32}, %arg49: tensor<8x4xf32> {tf.aliasing_output = 64 : i32}, %arg50: tensor<8x4xf32> {tf.aliasing_output = 67 : i32}, %arg51: tensor<8x4xf32> {tf.aliasing_output = 68 : i32}, %arg52: tensor<8x4xf32> {tf.aliasing_output = 69 : i32}, %arg53: tensor<8x4xf32> {tf.aliasing_output = 70 : i32}, %arg54: tensor<8x4xf32> {tf.aliasing_output = 71 : i32}, %arg55: tensor<8x4xf32> {tf.aliasing_output = 72 : i32}, %arg56: tensor<8x4xf32> {tf.aliasing_output = 73 : i32}, %arg57: tensor<8x4xf32> {tf.aliasing_output = 74 : i32}, %arg58: tensor<8x4xf32> {tf.aliasing_output = 79 : i32}, %arg59: tensor<8x4xf32> {tf.aliasing_output = 80 : i32}, %arg60: tensor<8x4xf32> {tf.aliasing_output = 83 : i32}, %arg61: tensor<8x4xf32> {tf.aliasing_output = 84 : i32}, %arg62: tensor<8x4xf32> {tf.aliasing_output = 86 : i32}, %arg63: tensor<8x4xf32> {tf.aliasing_output = 87 : i32}, %arg64: tensor<8x4xf32> {tf.aliasing_output = 89 : i32}, %arg65: tensor<8x4xf32> {tf.aliasing_output = 95 : i32}, %arg66: tensor<8x4xf32> {tf.aliasing_output = 97 : i32}, %arg67: tensor<8x4xf32> {tf.aliasing_output = 98 : i32}, %arg68: tensor<8x4xf32> {tf.aliasing_output = 99 : i32}, %arg69: tensor<8x4xf32> {tf.aliasing_output = 100 : i32}, %arg70: tensor<8x4xf32> {tf.aliasing_output = 104 : i32}, %arg71: tensor<8x4xf32> {tf.aliasing_output = 105 : i32}, %arg72: tensor<8x4xf32> {tf.aliasing_output = 106 : i32}, %arg73: tensor<8x4xf32> {tf.aliasing_output = 108 : i32}, %arg74: tensor<8x4xf32> {tf.aliasing_output = 109 : i32}, %arg75: tensor<8x4xf32> {tf.aliasing_output = 110 : i32}, %arg76: tensor<8x4xf32> {tf.aliasing_output = 111 : i32}, %arg77: tensor<8x4xf32> {tf.aliasing_output = 112 : i32}, %arg78: tensor<8x4xf32> {tf.aliasing_output = 113 : i32}, %arg79: tensor<8x4xf32> {tf.aliasing_output = 114 : i32}, %arg80: tensor<8x4xf32> {tf.aliasing_output = 115 : i32}, %arg81: tensor<8x4xf32> {tf.aliasing_output = 116 : i32}, %arg82: tensor<8x4xf32> {tf.aliasing_output = 117 : i32}, %arg83: tensor<8x4xf32> {tf.aliasing_output = 118 : i32}, %arg84: tensor<8x4xf32> {tf.aliasing_output = 120 : i32}, %arg85: tensor<8x4xf32> {tf.aliasing_output = 121 : i32}, %arg86: tensor<8x4xf32> {tf.aliasing_output = 122 : i32}, %arg87: tensor<8x4xf32> {tf.aliasing_output = 123 : i32}, %arg88: tensor<8x4xf32> {tf.aliasing_output = 124 : i32}, %arg89: tensor<8x4xf32> {tf.aliasing_output = 126 : i32}, %arg90: tensor<8x4xf32> {tf.aliasing_output = 127 : i32}, %arg91: tensor<8x4xf32> {tf.aliasing_output = 129 : i32}, %arg92: tensor<8x4xf32> {tf.aliasing_output = 133 : i32}, %arg93: tensor<8x4xf32> {tf.aliasing_output = 134 : i32}, %arg94: tensor<8x4xf32> {tf.aliasing_output = 135 : i32}, %arg95: tensor<8x4xf32> {tf.aliasing_output = 136 : i32}, %arg96: tensor<8x4xf32> {tf.aliasing_output = 137 : i32}, %arg97: tensor<8x4xf32> {tf.aliasing_output = 139 : i32}, %arg98: tensor<8x4xf32> {tf.aliasing_output = 140 : i32}, %arg99: tensor<8x4xf32> {tf.aliasing_output = 141 : i32}, %arg100: tensor<8x4xf32> {tf.aliasing_output = 143 : i32}, %arg101: tensor<8x4xf32> {tf.aliasing_output = 144 : i32}, %arg102: tensor<8x4xf32> {tf.aliasing_output = 145 : i32}, %arg103: tensor<8x4xf32> {tf.aliasing_output = 146 : i32}, %arg104: tensor<8x4xf32> {tf.aliasing_output = 147 : i32}, %arg105: tensor<8x4xf32> {tf.aliasing_output = 148 : i32}, %arg106: tensor<8x4xf32> {tf.aliasing_output = 152 : i32}, %arg107: tensor<8x4xf32> {tf.aliasing_output = 153 : i32}, %arg108: tensor<8x4xf32> {tf.aliasing_output = 154 : i32}, %arg109: tensor<8x4xf32> {tf.aliasing_output = 155 : i32}, %arg110: tensor<8x4xf32> {tf.aliasing_output = 156 : i32}, %arg111: tensor<8x4xf32> {tf.aliasing_output = 157 : i32}, %arg112: tensor<8x4xf32> {tf.aliasing_output = 158 : i32}, %arg113: tensor<8x4xf32> {tf.aliasing_output = 159 : i32}, %arg114: tensor<8x4xf32> {tf.aliasing_output = 160 : i32}, %arg115: tensor<8x4xf32> {tf.aliasing_output = 161 : i32}, %arg116: tensor<8x4xf32> {tf.aliasing_output = 162 : i32}, %arg117: tensor<8x4xf32> {tf.aliasing_output = 163 : i32}, %arg118: tensor<8x4xf32> {tf.aliasing_output = 164 : i32}, %arg119: tensor<8x4xf32> {tf.aliasing_output = 165 : i32}, %arg120: tensor<8x4xf32> {tf.aliasing_output = 166 : i32}, %arg121: tensor<8x4xf32> {tf.aliasing_output = 167 : i32}, %arg122: tensor<8x4xf32> {tf.aliasing_output = 168 : i32}, %arg123: tensor<8x4xf32> {tf.aliasing_output = 169 : i32}, %arg124: tensor<8x4xf32> {tf.aliasing_output = 170 : i32}, %arg125: tensor<8x4xf32> {tf.aliasing_output = 171 : i32}, %arg126: tensor<8x4xf32> {tf.aliasing_output = 172 : i32}, %arg127: tensor<8x4xf32> {tf.aliasing_output = 173 : i32}, %arg128: tensor<8x4xf32> {tf.aliasing_output = 174 : i32}, %arg129: tensor<8x4xf32> {tf.aliasing_output = 175 : i32}, %arg130: tensor<8x4xf32> {tf.aliasing_output = 176 : i32}, %arg131: tensor<8x4xf32> {tf.aliasing_output = 177 : i32}, %arg132: tensor<8x4xf32> {tf.aliasing_output = 178 : i32}, %arg133: tensor<8x4xf32> {tf.aliasing_output = 179 : i32}, %arg134: tensor<8x4xf32> {tf.aliasing_output = 180 : i32}, %arg135: tensor<8x4xf32> {tf.aliasing_output = 181 : i32}, %arg136: tensor<8x4xf32> {tf.aliasing_output = 182 : i32}, %arg137: tensor<8x4xf32> {tf.aliasing_output = 183 : i32}, %arg138: tensor<8x4xf32> {tf.aliasing_output = 184 : i32}, %arg139: tensor<8x4xf32> {tf.aliasing_output = 185 : i32}, %arg140: tensor<8x4xf32> {tf.aliasing_output = 186 : i32}, %arg141: tensor<8x4xf32> {tf.aliasing_output = 187 : i32}, %arg142: tensor<8x4xf32> {tf.aliasing_output = 188 : i32}, %arg143: tensor<8x4xf32> {tf.aliasing_output = 189 : i32}, %arg144: tensor<8x4xf32> {tf.aliasing_output = 190 : i32}, %arg145: tensor<8x4xf32> {tf.aliasing_output = 191 : i32}, %arg146: tensor<8x4xf32> {tf.aliasing_output = 192 : i32}, %arg147: tensor<8x4xf32> {tf.aliasing_output = 193 : i32}, %arg148: tensor<8x4xf32> {tf.aliasing_output = 194 : i32}, %arg149: tensor<8x4xf32> {tf.aliasing_output = 195 : i32}, %arg150: tensor<8x4xf32> {tf.aliasing_output = 196 : i32}, %arg151: tensor<8x4xf32> {tf.aliasing_output = 197 : i32}, %arg152: tensor<8x4xf32> {tf.aliasing_output = 198 : i32}, %arg153: tensor<8x4xf32>, %arg154: tensor<8x4xf32>, %arg155: tensor<8x4xf32>, %arg156: tensor<8x4xf32>, %arg157: tensor<8x4xf32>, %arg158: tensor<8x4xf32>, %arg159: tensor<8x4xf32>, %arg160: tensor<8x4xf32>, %arg161: tensor<8x4xf32>, %arg162: tensor<8x4xf32>, %arg163: tensor<8x4xf32>, %arg164: tensor<8x4xf32>, %arg165: tensor<8x4xf32>, %arg166: tensor<8x4xf32>, %arg167: tensor<8x4xf32>, %arg168: tensor<8x4xf32>, %arg169: tensor<8x4xf32>, %arg170: tensor<8x4xf32>, %arg171: tensor<8x4xf32>, %arg172: tensor<8x4xf32>, %arg173: tensor<8x4xf32>, %arg174: tensor<8x4xf32>, %arg175: tensor<8x4xf32>, %arg176: tensor<8x4xf32>, %arg177: tensor<8x4xf32>, %arg178: tensor<8x4xf32>, %arg179: tensor<8x4xf32>, %arg180: tensor<8x4xf32>, %arg181: tensor<8x4xf32>, %arg182: tensor<8x4xf32>, %arg183: tensor<8x4xf32>, %arg184: tensor<8x4xf32>, %arg185: tensor<8x4xf32>, %arg186: tensor<8x4xf32>, %arg187: tensor<8x4xf32>, %arg188: tensor<8x4xf32>, %arg189: tensor<8x4xf32>, %arg190: tensor<8x4xf32>, %arg191: tensor<8x4xf32>, %arg192: tensor<8x4xf32>, %arg193: tensor<8x4xf32>, %arg194: tensor<8x4xf32>, %arg195: tensor<8x4xf32>, %arg196: tensor<8x4xf32>, %arg197: tensor<8x4xf32>, %arg198: tensor<8x4xf32>, %arg199: tensor<8x4xf32>, %arg200: tensor<8x4xf32>, %arg201: tensor<8x4xf32>, %arg202: tensor<8x4xf32>, %arg203: tensor<8x4xf32>, %arg204: tensor<8x4xf32>, %arg205: tensor<8x4xf32>, %arg206: tensor<8x4xf32>, %arg207: tensor<8x4xf32>, %arg208: tensor<8x4xf32>, %arg209: tensor<8x4xf32>, %arg210: tensor<8x4xf32>, %arg211: tensor<8x4xf32>, %arg212: tensor<8x4xf32>, %arg213: tensor<8x4xf32>, %arg214: tensor<8x4xf32>, %arg215: tensor<8x4xf32>, %arg216: tensor<8x4xf32>, %arg217: tensor<8x4xf32>, %arg218: tensor<8x4xf32>, %arg219: tensor<8x4xf32>, %arg220: tensor<8x4xf32>, %arg221: tensor<8x4xf32>, %arg222: tensor<8x4xf32>, %arg223: tensor<8x4xf32>, %arg224: tensor<8x4xf32>, %arg225: tensor<8x4xf32>, %arg226: tensor<8x4xf32>, %arg227: tensor<8x4xf32>, %arg228: tensor<8x4xf32>, %arg229: tensor<8x4xf32>, %arg230: tensor<8x4xf32>, %arg231: tensor<8x4xf32>, %arg232: tensor<8x4xf32>, %arg233: tensor<8x4xf32>, %arg234: tensor<8x4xf32>, %arg235: tensor<8x4xf32>, %arg236: tensor<8x4xf32>, %arg237: tensor<8x4xf32>, %arg238: tensor<8x4xf32>, %arg239: tensor<8x4xf32>, %arg240: tensor<8x4xf32>, %arg241: tensor<8x4xf32>, %arg242: tensor<8x4xf32>, %arg243: tensor<8x4xf32>, %arg244: tensor<8x4xf32>, %arg245: tensor<8x4xf32>, %arg246: tensor<8x4xf32>, %arg247: tensor<8x4xf32>, %arg248: tensor<8x4xf32>, %arg249: tensor<8x4xf32>, %arg250: tensor<8x4xf32>, %arg251: tensor<8x4xf32>, %arg252: tensor<8x4xf32>, %arg253: tensor<8x4xf32>, %arg254: tensor<8x4xf32>, %arg255: tensor<8x4xf32>, %arg256: tensor<8x4xf32>, %arg257: tensor<8x4xf32>, %arg258: tensor<8x4xf32>, %arg259: tensor<8x4xf32>, %arg260: tensor<8x4xf32>, %arg261: tensor<8x4xf32>, %arg262: tensor<8x4xf32>, %arg263: tensor<8x4xf32>, %arg264: tensor<8x4xf32>, %arg265: tensor<8x4xf32>, %arg266: tensor<8x4xf32>, %arg267: tensor<8x4xf32>, %arg268: tensor<8x4xf32>, %arg269: tensor<8x4xf32>, %arg270: tensor<8x4xf32>, %arg271: tensor<8x4xf32>, %arg272: tensor<8x4xf32>, %arg273: tensor<8x4xf32>, %arg274: tensor<8x4xf32>, %arg275: tensor<8x4xf32>, %arg276: tensor<8x4xf32>, %arg277: tensor<8x4xf32>, %arg278: tensor<8x4xf32>, %arg279: tensor<8x4xf32>, %arg280: tensor<8x4xf32>, %arg281: tensor<8x4xf32>, %arg282: tensor<8x4xf32>, %arg283: tensor<8x4xf32>, %arg284: tensor<8x4xf32>, %arg285: tensor<8x4xf32>, %arg286: tensor<8x4xf32>, %arg287: tensor<8x4xf32>, %arg288: tensor<8x4xf32>, %arg289: tensor<8x4xf32>, %arg290: tensor<8x4xf32>, %arg291: tensor<8x4xf32>, %arg292: tensor<8x4xf32>, %arg293: tensor<8x4xf32>, %arg294: tensor<8x4xf32>, %arg295: tensor<8x4xf32>, %arg296: tensor<8x4xf32>, %arg297: tensor<8x4xf32>, %arg298: tensor<8x4xf32>, %arg299: tensor<8x4xf32>, %arg300: tensor<8x4xf32>, %arg301: tensor<8x4xf32>, %arg302: tensor<8x4xf32>, %arg303: tensor<8x4xf32>, %arg304: tensor<8x4xf32>, %arg305: tensor<8x4xf32>) -> (tensor<8x4xf32> {jax.result_info = "result[0]['abs']"}, tensor<8x4xf32> {jax.result_info = "result[0]['acos']"}, tensor<8x4xf32> {jax.result_info = "result[0]['acosh']"}, tensor<8x4xf32> {jax.result_info = "result[0]['add_at']"}, tensor<4xf32> {jax.result_info = "result[0]['all']"}, tensor<8xf32> {jax.result_info = "result[0]['any']"}, tensor<4xf32> {jax.result_info = "result[0]['any_of_truths']"}, tensor<8xf32> {jax.result_info = "result[0]['argmax']"}, tensor<4xf32> {jax.result_info = "result[0]['argmin']"}, tensor<8x4xf32> {jax.result_info = "result[0]['asin']"}, tensor<8x4xf32> {jax.result_info = "result[0]['asinh']"}, tensor<8x4xf32> {jax.result_info = "result[0]['atan']"}, tensor<8x4xf32> {jax.result_info = "result[0]['atan2']"}, tensor<8x4xf32> {jax.result_info = "result[0]['atanh']"}, tensor<2x4x1x4xf32> {jax.result_info = "result[0]['attention']"}, tensor<8x4xf32> {jax.result_info = "result[0]['batch_norm']"}, tensor<4x2x2xf32> {jax.result_info = "result[0]['batched']"}, tensor<8x4xf32> {jax.result_info = "result[0]['bernoulli']"}, tensor<4x4xf32> {jax.result_info = "result[0]['bf16_matmul']"}, tensor<8x4xf32> {jax.result_info = "result[0]['bf16_sum']"}, tensor<4xf32> {jax.result_info = "result[0]['bin_count']"}, tensor<8x4xf32> {jax.result_info = "result[0]['bit_count']"}, tensor<8x4xf32> {jax.result_info = "result[0]['bitcast']"}, tensor<8x4xf32> {jax.result_info = "result[0]['bits']"}, tensor<8x4xf32> {jax.result_info = "result[0]['bytes']"}, tensor<8x4xf32> {jax.result_info = "result[0]['cbrt']"}, tensor<8x4xf32> {jax.result_info = "result[0]['ceil']"}, tensor<8x4xf32> {jax.result_info = "result[0]['celu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['clip']"}, tensor<8x4xf32> {jax.result_info = "result[0]['compared_bytes']"}, tensor<8x4xf32> {jax.result_info = "result[0]['compared_nan']"}, tensor<8x12xf32> {jax.result_info = "result[0]['concatenate']"}, tensor<8x4xf32> {jax.result_info = "result[0]['copysign']"}, tensor<8x4xf32> {jax.result_info = "result[0]['cos']"}, tensor<8x4xf32> {jax.result_info = "result[0]['cosh']"}, tensor<4xf32> {jax.result_info = "result[0]['count']"}, tensor<8xf32> {jax.result_info = "result[0]['cross_entropy']"}, tensor<4xf32> {jax.result_info = "result[0]['deviation']"}, tensor<8x4xf32> {jax.result_info = "result[0]['divide']"}, tensor<8x4xf32> {jax.result_info = "result[0]['divided_by_zero']"}, tensor<8x4xf32> {jax.result_info = "result[0]['division']"}, tensor<8x8x4xf32> {jax.result_info = "result[0]['einsum']"}, tensor<8x4xf32> {jax.result_info = "result[0]['elu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['erf']"}, tensor<8x4xf32> {jax.result_info = "result[0]['erfc']"}, tensor<8x4xf32> {jax.result_info = "result[0]['exp']"}, tensor<8x4xf32> {jax.result_info = "result[0]['exp2']"}, tensor<8x4xf32> {jax.result_info = "result[0]['expm1']"}, tensor<8x4xf32> {jax.result_info = "result[0]['eye']"}, tensor<8x4xf32> {jax.result_info = "result[0]['f16']"}, tensor<8x4xf32> {jax.result_info = "result[0]['f16_to_i8']"}, tensor<32xf32> {jax.result_info = "result[0]['flatten']"}, tensor<8x4xf32> {jax.result_info = "result[0]['floor']"}, tensor<8x4xf32> {jax.result_info = "result[0]['floor_divide']"}, tensor<8x4xf32> {jax.result_info = "result[0]['fmod']"}, tensor<8x4xf32> {jax.result_info = "result[0]['fold_in']"}, tensor<8x4xf32> {jax.result_info = "result[0]['fori']"}, tensor<8x4xf32> {jax.result_info = "result[0]['gelu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['gelu_erf']"}, tensor<8x4xf32> {jax.result_info = "result[0]['hard_swish']"}, tensor<8x4xf32> {jax.result_info = "result[0]['hypot']"}, tensor<8x4xf32> {jax.result_info = "result[0]['integers']"}, tensor<8x4xf32> {jax.result_info = "result[0]['iota']"}, tensor<8x4xf32> {jax.result_info = "result[0]['is_finite']"}, tensor<8x4xf32> {jax.result_info = "result[0]['is_nan']"}, tensor<16x8xf32> {jax.result_info = "result[0]['kron']"}, tensor<4xf32> {jax.result_info = "result[0]['largest_byte']"}, tensor<8x4xf32> {jax.result_info = "result[0]['layer_norm']"}, tensor<8x4xf32> {jax.result_info = "result[0]['leading_zeros']"}, tensor<8x4xf32> {jax.result_info = "result[0]['leaky_relu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['log']"}, tensor<8x4xf32> {jax.result_info = "result[0]['log1p']"}, tensor<8x4xf32> {jax.result_info = "result[0]['log_sigmoid']"}, tensor<8x4xf32> {jax.result_info = "result[0]['log_softmax']"}, tensor<8x4xf32> {jax.result_info = "result[0]['logaddexp']"}, tensor<8xf32> {jax.result_info = "result[0]['logsumexp']"}, tensor<f32> {jax.result_info = "result[0]['loss']"}, tensor<4x4xf32> {jax.result_info = "result[0]['matmul']"}, tensor<4xf32> {jax.result_info = "result[0]['max']"}, tensor<8x4xf32> {jax.result_info = "result[0]['max_at']"}, tensor<8x4xf32> {jax.result_info = "result[0]['maximum']"}, tensor<8xf32> {jax.result_info = "result[0]['mean']"}, tensor<8xf32> {jax.result_info = "result[0]['min']"}, tensor<8x4xf32> {jax.result_info = "result[0]['minimum']"}, tensor<8x4xf32> {jax.result_info = "result[0]['multiply_at']"}, tensor<4xf32> {jax.result_info = "result[0]['nan_max']"}, tensor<8x4xf32> {jax.result_info = "result[0]['nan_maximum']"}, tensor<8x4xf32> {jax.result_info = "result[0]['nan_to_num']"}, tensor<8xf32> {jax.result_info = "result[0]['norm']"}, tensor<8x4xf32> {jax.result_info = "result[0]['one_hot']"}, tensor<32x4xf32> {jax.result_info = "result[0]['outer']"}, tensor<11x5xf32> {jax.result_info = "result[0]['pad']"}, tensor<10x7xf32> {jax.result_info = "result[0]['pad_edge']"}, tensor<10x7xf32> {jax.result_info = "result[0]['pad_wrap']"}, tensor<3xf32> {jax.result_info = "result[0]['points']"}, tensor<8x4xf32> {jax.result_info = "result[0]['power']"}, tensor<4xf32> {jax.result_info = "result[0]['prod']"}, tensor<8x4xf32> {jax.result_info = "result[0]['random_bits']"}, tensor<8x4xf32> {jax.result_info = "result[0]['relu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['relu6']"}, tensor<8x4xf32> {jax.result_info = "result[0]['remainder']"}, tensor<8x8xf32> {jax.result_info = "result[0]['remat']"}, tensor<24x4xf32> {jax.result_info = "result[0]['repeat']"}, tensor<2x16xf32> {jax.result_info = "result[0]['reshape']"}, tensor<8x4xf32> {jax.result_info = "result[0]['roll']"}, tensor<8x4xf32> {jax.result_info = "result[0]['round']"}, tensor<8x4xf32> {jax.result_info = "result[0]['rsqrt']"}, tensor<4x4xf32> {jax.result_info = "result[0]['segment_sum']"}, tensor<8x4xf32> {jax.result_info = "result[0]['select_n']"}, tensor<8x4xf32> {jax.result_info = "result[0]['selu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['set_at']"}, tensor<8x4xf32> {jax.result_info = "result[0]['shifts']"}, tensor<8x4xf32> {jax.result_info = "result[0]['sigmoid']"}, tensor<8x4xf32> {jax.result_info = "result[0]['sign']"}, tensor<8x4xf32> {jax.result_info = "result[0]['signed_bytes']"}, tensor<8x4xf32> {jax.result_info = "result[0]['silu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['sin']"}, tensor<8x4xf32> {jax.result_info = "result[0]['sinc']"}, tensor<8x4xf32> {jax.result_info = "result[0]['sinh']"}, tensor<8xf32> {jax.result_info = "result[0]['smallest_integer']"}, tensor<8x4xf32> {jax.result_info = "result[0]['softmax']"}, tensor<8x4xf32> {jax.result_info = "result[0]['softplus']"}, tensor<8x4xf32> {jax.result_info = "result[0]['special_to_i32']"}, tensor<8x4xf32> {jax.result_info = "result[0]['special_to_i8']"}, tensor<8x4xf32> {jax.result_info = "result[0]['special_to_u8']"}, tensor<4x4xf32> {jax.result_info = "result[0]['split']"}, tensor<8x4xf32> {jax.result_info = "result[0]['sqrt']"}, tensor<8x4xf32> {jax.result_info = "result[0]['square']"}, tensor<8x2x4xf32> {jax.result_info = "result[0]['stack']"}, tensor<8x4xf32> {jax.result_info = "result[0]['standardize']"}, tensor<f32> {jax.result_info = "result[0]['sum']"}, tensor<4xf32> {jax.result_info = "result[0]['sum_of_truths']"}, tensor<4xf32> {jax.result_info = "result[0]['sum_rows']"}, tensor<8x4xf32> {jax.result_info = "result[0]['take_along']"}, tensor<8x4xf32> {jax.result_info = "result[0]['take_any']"}, tensor<8x4xf32> {jax.result_info = "result[0]['take_columns']"}, tensor<8x4xf32> {jax.result_info = "result[0]['tan']"}, tensor<8x4xf32> {jax.result_info = "result[0]['tanh']"}, tensor<16x12xf32> {jax.result_info = "result[0]['tile']"}, tensor<8x4xf32> {jax.result_info = "result[0]['to_i32']"}, tensor<8x4xf32> {jax.result_info = "result[0]['to_i8']"}, tensor<8x4xf32> {jax.result_info = "result[0]['to_u8']"}, tensor<8x8xf32> {jax.result_info = "result[0]['transposed']"}, tensor<8x4xf32> {jax.result_info = "result[0]['tril']"}, tensor<8x4xf32> {jax.result_info = "result[0]['triu']"}, tensor<8x4xf32> {jax.result_info = "result[0]['trunc']"}, tensor<8x4xf32> {jax.result_info = "result[0]['truths']"}, tensor<8x4xf32> {jax.result_info = "result[0]['uniform']"}, tensor<8x4xf32> {jax.result_info = "result[0]['unsigned']"}, tensor<8xf32> {jax.result_info = "result[0]['variance']"}, tensor<f32> {jax.result_info = "result[0]['vdot']"}, tensor<8x4x4xf32> {jax.result_info = "result[0]['vmap']"}, tensor<8x4xf32> {jax.result_info = "result[0]['where']"}, tensor<8x4xf32> {jax.result_info = "result[0]['while']"}, tensor<8x4xf32> {jax.result_info = "result[1][0]"}, tensor<8x4xf32> {jax.result_info = "result[1][1]"}, tensor<8x4xf32> {jax.result_info = "result[1][2]"}, tensor<8x4xf32> {jax.result_info = "result[1][3]"}, tensor<8x4xf32> {jax.result_info = "result[1][4]"}, tensor<8x4xf32> {jax.result_info = "result[1][5]"}, tensor<8x4xf32> {jax.result_info = "result[1][6]"}, tensor<8x4xf32> {jax.result_info = "result[1][7]"}, tensor<8x4xf32> {jax.result_info = "result[1][8]"}, tensor<8x4xf32> {jax.result_info = "result[1][9]"}, tensor<8x4xf32> {jax.result_info = "result[1][10]"}, tensor<8x4xf32> {jax.result_info = "result[1][11]"}, tensor<8x4xf32> {jax.result_info = "result[1][12]"}, tensor<8x4xf32> {jax.result_info = "result[1][13]"}, tensor<8x4xf32> {jax.result_info = "result[1][14]"}, tensor<8x4xf32> {jax.result_info = "result[1][15]"}, tensor<8x4xf32> {jax.result_info = "result[1][16]"}, tensor<8x4xf32> {jax.result_info = "result[1][17]"}, tensor<8x4xf32> {jax.result_info = "result[1][18]"}, tensor<8x4xf32> {jax.result_info = "result[1][19]"}, tensor<8x4xf32> {jax.result_info = "result[1][20]"}, tensor<8x4xf32> {jax.result_info = "result[1][21]"}, tensor<8x4xf32> {jax.result_info = "result[1][22]"}, tensor<8x4xf32> {jax.result_info = "result[1][23]"}, tensor<8x4xf32> {jax.result_info = "result[1][24]"}, tensor<8x4xf32> {jax.result_info = "result[1][25]"}, tensor<8x4xf32> {jax.result_info = "result[1][26]"}, tensor<8x4xf32> {jax.result_info = "result[1][27]"}, tensor<8x4xf32> {jax.result_info = "result[1][28]"}, tensor<8x4xf32> {jax.result_info = "result[1][29]"}, tensor<8x4xf32> {jax.result_info = "result[1][30]"}, tensor<8x4xf32> {jax.result_info = "result[1][31]"}, tensor<8x4xf32> {jax.result_info = "result[1][32]"}, tensor<8x4xf32> {jax.result_info = "result[1][33]"}, tensor<8x4xf32> {jax.result_info = "result[1][34]"}, tensor<8x4xf32> {jax.result_info = "result[1][35]"}, tensor<8x4xf32> {jax.result_info = "result[1][36]"}, tensor<8x4xf32> {jax.result_info = "result[1][37]"}, tensor<8x4xf32> {jax.result_info = "result[1][38]"}, tensor<8x4xf32> {jax.result_info = "result[1][39]"}, tensor<8x4xf32> {jax.result_info = "result[1][40]"}, tensor<8x4xf32> {jax.result_info = "result[1][41]"}, tensor<8x4xf32> {jax.result_info = "result[1][42]"}, tensor<8x4xf32> {jax.result_info = "result[1][43]"}, tensor<8x4xf32> {jax.result_info = "result[1][44]"}, tensor<8x4xf32> {jax.result_info = "result[1][45]"}, tensor<8x4xf32> {jax.result_info = "result[1][46]"}, tensor<8x4xf32> {jax.result_info = "result[1][47]"}, tensor<8x4xf32> {jax.result_info = "result[1][48]"}, tensor<8x4xf32> {jax.result_info = "result[1][49]"}, tensor<8x4xf32> {jax.result_info = "result[1][50]"}, tensor<8x4xf32> {jax.result_info = "result[1][51]"}, tensor<8x4xf32> {jax.result_info = "result[1][52]"}, tensor<8x4xf32> {jax.result_info = "result[1][53]"}, tensor<8x4xf32> {jax.result_info = "result[1][54]"}, tensor<8x4xf32> {jax.result_info = "result[1][55]"}, tensor<8x4xf32> {jax.result_info = "result[1][56]"}, tensor<8x4xf32> {jax.result_info = "result[1][57]"}, tensor<8x4xf32> {jax.result_info = "result[1][58]"}, tensor<8x4xf32> {jax.result_info = "result[1][59]"}, tensor<8x4xf32> {jax.result_info = "result[1][60]"}, tensor<8x4xf32> {jax.result_info = "result[1][61]"}, tensor<8x4xf32> {jax.result_info = "result[1][62]"}, tensor<8x4xf32> {jax.result_info = "result[1][63]"}, tensor<8x4xf32> {jax.result_info = "result[1][64]"}, tensor<8x4xf32> {jax.result_info = "result[1][65]"}, tensor<8x4xf32> {jax.result_info = "result[1][66]"}, tensor<8x4xf32> {jax.result_info = "result[1][67]"}, tensor<8x4xf32> {jax.result_info = "result[1][68]"}, tensor<8x4xf32> {jax.result_info = "result[1][69]"}, tensor<8x4xf32> {jax.result_info = "result[1][70]"}, tensor<8x4xf32> {jax.result_info = "result[1][71]"}, tensor<8x4xf32> {jax.result_info = "result[1][72]"}, tensor<8x4xf32> {jax.result_info = "result[1][73]"}, tensor<8x4xf32> {jax.result_info = "result[1][74]"}, tensor<8x4xf32> {jax.result_info = "result[1][75]"}, tensor<8x4xf32> {jax.result_info = "result[1][76]"}, tensor<8x4xf32> {jax.result_info = "result[1][77]"}, tensor<8x4xf32> {jax.result_info = "result[1][78]"}, tensor<8x4xf32> {jax.result_info = "result[1][79]"}, tensor<8x4xf32> {jax.result_info = "result[1][80]"}, tensor<8x4xf32> {jax.result_info = "result[1][81]"}, tensor<8x4xf32> {jax.result_info = "result[1][82]"}, tensor<8x4xf32> {jax.result_info = "result[1][83]"}, tensor<8x4xf32> {jax.result_info = "result[1][84]"}, tensor<8x4xf32> {jax.result_info = "result[1][85]"}, tensor<8x4xf32> {jax.result_info = "result[1][86]"}, tensor<8x4xf32> {jax.result_info = "result[1][87]"}, tensor<8x4xf32> {jax.result_info = "result[1][88]"}, tensor<8x4xf32> {jax.result_info = "result[1][89]"}, tensor<8x4xf32> {jax.result_info = "result[1][90]"}, tensor<8x4xf32> {jax.result_info = "result[1][91]"}, tensor<8x4xf32> {jax.result_info = "result[1][92]"}, tensor<8x4xf32> {jax.result_info = "result[1][93]"}, tensor<8x4xf32> {jax.result_info = "result[1][94]"}, tensor<8x4xf32> {jax.result_info = "result[1][95]"}, tensor<8x4xf32> {jax.result_info = "result[1][96]"}, tensor<8x4xf32> {jax.result_info = "result[1][97]"}, tensor<8x4xf32> {jax.result_info = "result[1][98]"}, tensor<8x4xf32> {jax.result_info = "result[1][99]"}, tensor<8x4xf32> {jax.result_info = "result[1][100]"}, tensor<8x4xf32> {jax.result_info = "result[1][101]"}, tensor<8x4xf32> {jax.result_info = "result[1][102]"}, tensor<8x4xf32> {jax.result_info = "result[1][103]"}, tensor<8x4xf32> {jax.result_info = "result[1][104]"}, tensor<8x4xf32> {jax.result_info = "result[1][105]"}, tensor<8x4xf32> {jax.result_info = "result[1][106]"}, tensor<8x4xf32> {jax.result_info = "result[1][107]"}, tensor<8x4xf32> {jax.result_info = "result[1][108]"}, tensor<8x4xf32> {jax.result_info = "result[1][109]"}, tensor<8x4xf32> {jax.result_info = "result[1][110]"}, tensor<8x4xf32> {jax.result_info = "result[1][111]"}, tensor<8x4xf32> {jax.result_info = "result[1][112]"}, tensor<8x4xf32> {jax.result_info = "result[1][113]"}, tensor<8x4xf32> {jax.result_info = "result[1][114]"}, tensor<8x4xf32> {jax.result_info = "result[1][115]"}, tensor<8x4xf32> {jax.result_info = "result[1][116]"}, tensor<8x4xf32> {jax.result_info = "result[1][117]"}, tensor<8x4xf32> {jax.result_info = "result[1][118]"}, tensor<8x4xf32> {jax.result_info = "result[1][119]"}, tensor<8x4xf32> {jax.result_info = "result[1][120]"}, tensor<8x4xf32> {jax.result_info = "result[1][121]"}, tensor<8x4xf32> {jax.result_info = "result[1][122]"}, tensor<8x4xf32> {jax.result_info = "result[1][123]"}, tensor<8x4xf32> {jax.result_info = "result[1][124]"}, tensor<8x4xf32> {jax.result_info = "result[1][125]"}, tensor<8x4xf32> {jax.result_info = "result[1][126]"}, tensor<8x4xf32> {jax.result_info = "result[1][127]"}, tensor<8x4xf32> {jax.result_info = "result[1][128]"}, tensor<8x4xf32> {jax.result_info = "result[1][129]"}, tensor<8x4xf32> {jax.result_info = "result[1][130]"}, tensor<8x4xf32> {jax.result_info = "result[1][131]"}, tensor<8x4xf32> {jax.result_info = "result[1][132]"}, tensor<8x4xf32> {jax.result_info = "result[1][133]"}, tensor<8x4xf32> {jax.result_info = "result[1][134]"}, tensor<8x4xf32> {jax.result_info = "result[1][135]"}, tensor<8x4xf32> {jax.result_info = "result[1][136]"}, tensor<8x4xf32> {jax.result_info = "result[1][137]"}, tensor<8x4xf32> {jax.result_info = "result[1][138]"}, tensor<8x4xf32> {jax.result_info = "result[1][139]"}, tensor<8x4xf32> {jax.result_info = "result[1][140]"}, tensor<8x4xf32> {jax.result_info = "result[1][141]"}, tensor<8x4xf32> {jax.result_info = "result[1][142]"}, tensor<8x4xf32> {jax.result_info = "result[1][143]"}, tensor<8x4xf32> {jax.result_info = "result[1][144]"}, tensor<8x4xf32> {jax.result_info = "result[1][145]"}, tensor<8x4xf32> {jax.result_info = "result[1][146]"}, tensor<8x4xf32> {jax.result_info = "result[1][147]"}, tensor<8x4xf32> {jax.result_info = "result[1][148]"}, tensor<8x4xf32> {jax.result_info = "result[1][149]"}, tensor<8x4xf32> {jax.result_info = "result[1][150]"}, tensor<8x4xf32> {jax.result_info = "result[1][151]"}, tensor<8x4xf32> {jax.result_info = "result[1][152]"}) {
    %c = stablehlo.constant dense<[0, 2, 2, 1]> : tensor<4xi32>
    %c_0 = stablehlo.constant dense<[0, 3, 2]> : tensor<3xi32>
    %c_1 = stablehlo.constant dense<[1, 1, 0]> : tensor<3xi32>
    %c_2 = stablehlo.constant dense<[0, 3, 3]> : tensor<3xi32>
    %c_3 = stablehlo.constant dense<[0, 3, 2]> : tensor<3xi32>
    %c_4 = stablehlo.constant dense<[0, 0, 1, 3, 3, 2, 1, 0]> : tensor<8xi32>
    %c_5 = stablehlo.constant dense<[0, 2, 1, 3, 0, 1, 2, 3]> : tensor<8xi32>
    %c_6 = stablehlo.constant dense<[0, 3]> : tensor<2xui32>
    %c_7 = stablehlo.constant dense<[0, 3, 2]> : tensor<3xi32>
    %c_8 = stablehlo.constant dense<[0, 3, 2]> : tensor<3xi32>
    %0 = stablehlo.exponential %arg45 : tensor<8x4xf32>
    %1 = stablehlo.multiply %0, %arg153 : tensor<8x4xf32>
    %2 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3 = stablehlo.convert %2 : (tensor<32xi32>) -> tensor<32xf32>
    %cst = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %5 = stablehlo.multiply %4, %3 : tensor<32xf32>
    %6 = stablehlo.cosine %5 : tensor<32xf32>
    %7 = stablehlo.reshape %6 : (tensor<32xf32>) -> tensor<8x4xf32>
    %8 = stablehlo.convert %7 : tensor<8x4xf32>
    %9 = stablehlo.multiply %1, %8 : tensor<8x4xf32>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %10 = stablehlo.reduce(%9 init: %cst_9) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %11 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %12 = stablehlo.multiply %11, %8 : tensor<8x4xf32>
    %13 = stablehlo.multiply %12, %arg153 : tensor<8x4xf32>
    %14 = stablehlo.multiply %13, %0 : tensor<8x4xf32>
    %cst_11 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %16 = stablehlo.multiply %15, %14 : tensor<8x4xf32>
    %17 = stablehlo.subtract %arg45, %16 : tensor<8x4xf32>
    %cst_12 = stablehlo.constant dense<0.693147182> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %19 = stablehlo.multiply %18, %arg46 : tensor<8x4xf32>
    %20 = stablehlo.exponential %19 : tensor<8x4xf32>
    %cst_13 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %21 = stablehlo.log %cst_13 : tensor<f32>
    %22 = stablehlo.multiply %20, %arg154 : tensor<8x4xf32>
    %23 = stablehlo.iota dim = 0 : tensor<32xi32>
    %24 = stablehlo.convert %23 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_14 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %25 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %26 = stablehlo.multiply %25, %24 : tensor<32xf32>
    %27 = stablehlo.cosine %26 : tensor<32xf32>
    %28 = stablehlo.reshape %27 : (tensor<32xf32>) -> tensor<8x4xf32>
    %29 = stablehlo.convert %28 : tensor<8x4xf32>
    %30 = stablehlo.multiply %22, %29 : tensor<8x4xf32>
    %cst_15 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %31 = stablehlo.reduce(%30 init: %cst_15) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_16 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %32 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %33 = stablehlo.multiply %32, %29 : tensor<8x4xf32>
    %34 = stablehlo.multiply %33, %arg154 : tensor<8x4xf32>
    %35 = stablehlo.broadcast_in_dim %21, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %36 = stablehlo.multiply %35, %34 : tensor<8x4xf32>
    %37 = stablehlo.multiply %36, %20 : tensor<8x4xf32>
    %cst_17 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %38 = stablehlo.broadcast_in_dim %cst_17, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %39 = stablehlo.multiply %38, %37 : tensor<8x4xf32>
    %40 = stablehlo.subtract %arg46, %39 : tensor<8x4xf32>
    %41 = stablehlo.exponential_minus_one %arg47 : tensor<8x4xf32>
    %cst_18 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %42 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %43 = stablehlo.add %41, %42 : tensor<8x4xf32>
    %44 = stablehlo.multiply %41, %arg155 : tensor<8x4xf32>
    %45 = stablehlo.iota dim = 0 : tensor<32xi32>
    %46 = stablehlo.convert %45 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_19 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %47 = stablehlo.broadcast_in_dim %cst_19, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %48 = stablehlo.multiply %47, %46 : tensor<32xf32>
    %49 = stablehlo.cosine %48 : tensor<32xf32>
    %50 = stablehlo.reshape %49 : (tensor<32xf32>) -> tensor<8x4xf32>
    %51 = stablehlo.convert %50 : tensor<8x4xf32>
    %52 = stablehlo.multiply %44, %51 : tensor<8x4xf32>
    %cst_20 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %53 = stablehlo.reduce(%52 init: %cst_20) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_21 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %54 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %55 = stablehlo.multiply %54, %51 : tensor<8x4xf32>
    %56 = stablehlo.multiply %55, %arg155 : tensor<8x4xf32>
    %57 = stablehlo.multiply %56, %43 : tensor<8x4xf32>
    %cst_22 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %58 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %59 = stablehlo.multiply %58, %57 : tensor<8x4xf32>
    %60 = stablehlo.subtract %arg47, %59 : tensor<8x4xf32>
    %61 = stablehlo.abs %arg70 : tensor<8x4xf32>
    %cst_23 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %62 = stablehlo.broadcast_in_dim %cst_23, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %63 = stablehlo.compare GE, %arg70, %62, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_24 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %64 = stablehlo.broadcast_in_dim %cst_24, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %65 = stablehlo.add %61, %64 : tensor<8x4xf32>
    %66 = stablehlo.log %65 : tensor<8x4xf32>
    %67 = stablehlo.multiply %66, %arg156 : tensor<8x4xf32>
    %68 = stablehlo.iota dim = 0 : tensor<32xi32>
    %69 = stablehlo.convert %68 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_25 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %70 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %71 = stablehlo.multiply %70, %69 : tensor<32xf32>
    %72 = stablehlo.cosine %71 : tensor<32xf32>
    %73 = stablehlo.reshape %72 : (tensor<32xf32>) -> tensor<8x4xf32>
    %74 = stablehlo.convert %73 : tensor<8x4xf32>
    %75 = stablehlo.multiply %67, %74 : tensor<8x4xf32>
    %cst_26 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %76 = stablehlo.reduce(%75 init: %cst_26) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_27 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %77 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %78 = stablehlo.multiply %77, %74 : tensor<8x4xf32>
    %79 = stablehlo.multiply %78, %arg156 : tensor<8x4xf32>
    %80 = stablehlo.divide %79, %65 : tensor<8x4xf32>
    %cst_28 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %81 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %82 = stablehlo.select %63, %81, %80 : tensor<8x4xi1>, tensor<8x4xf32>
    %83 = stablehlo.select %63, %80, %81 : tensor<8x4xi1>, tensor<8x4xf32>
    %84 = stablehlo.negate %82 : tensor<8x4xf32>
    %85 = stablehlo.add %83, %84 : tensor<8x4xf32>
    %cst_29 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %86 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %87 = stablehlo.multiply %86, %85 : tensor<8x4xf32>
    %88 = stablehlo.subtract %arg70, %87 : tensor<8x4xf32>
    %89 = stablehlo.abs %arg71 : tensor<8x4xf32>
    %cst_30 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %90 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %91 = stablehlo.compare GE, %arg71, %90, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %92 = stablehlo.log_plus_one %89 : tensor<8x4xf32>
    %cst_31 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %93 = stablehlo.broadcast_in_dim %cst_31, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %94 = stablehlo.add %89, %93 : tensor<8x4xf32>
    %95 = stablehlo.multiply %92, %arg157 : tensor<8x4xf32>
    %96 = stablehlo.iota dim = 0 : tensor<32xi32>
    %97 = stablehlo.convert %96 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_32 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %98 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %99 = stablehlo.multiply %98, %97 : tensor<32xf32>
    %100 = stablehlo.cosine %99 : tensor<32xf32>
    %101 = stablehlo.reshape %100 : (tensor<32xf32>) -> tensor<8x4xf32>
    %102 = stablehlo.convert %101 : tensor<8x4xf32>
    %103 = stablehlo.multiply %95, %102 : tensor<8x4xf32>
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %104 = stablehlo.reduce(%103 init: %cst_33) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_34 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %105 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %106 = stablehlo.multiply %105, %102 : tensor<8x4xf32>
    %107 = stablehlo.multiply %106, %arg157 : tensor<8x4xf32>
    %108 = stablehlo.divide %107, %94 : tensor<8x4xf32>
    %cst_35 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %109 = stablehlo.broadcast_in_dim %cst_35, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %110 = stablehlo.select %91, %109, %108 : tensor<8x4xi1>, tensor<8x4xf32>
    %111 = stablehlo.select %91, %108, %109 : tensor<8x4xi1>, tensor<8x4xf32>
    %112 = stablehlo.negate %110 : tensor<8x4xf32>
    %113 = stablehlo.add %111, %112 : tensor<8x4xf32>
    %cst_36 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %114 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %115 = stablehlo.multiply %114, %113 : tensor<8x4xf32>
    %116 = stablehlo.subtract %arg71, %115 : tensor<8x4xf32>
    %117 = stablehlo.sine %arg115 : tensor<8x4xf32>
    %118 = stablehlo.cosine %arg115 : tensor<8x4xf32>
    %119 = stablehlo.multiply %117, %arg158 : tensor<8x4xf32>
    %120 = stablehlo.iota dim = 0 : tensor<32xi32>
    %121 = stablehlo.convert %120 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_37 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %122 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %123 = stablehlo.multiply %122, %121 : tensor<32xf32>
    %124 = stablehlo.cosine %123 : tensor<32xf32>
    %125 = stablehlo.reshape %124 : (tensor<32xf32>) -> tensor<8x4xf32>
    %126 = stablehlo.convert %125 : tensor<8x4xf32>
    %127 = stablehlo.multiply %119, %126 : tensor<8x4xf32>
    %cst_38 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %128 = stablehlo.reduce(%127 init: %cst_38) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_39 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %129 = stablehlo.broadcast_in_dim %cst_39, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %130 = stablehlo.multiply %129, %126 : tensor<8x4xf32>
    %131 = stablehlo.multiply %130, %arg158 : tensor<8x4xf32>
    %132 = stablehlo.multiply %131, %118 : tensor<8x4xf32>
    %cst_40 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %133 = stablehlo.broadcast_in_dim %cst_40, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %134 = stablehlo.multiply %133, %132 : tensor<8x4xf32>
    %135 = stablehlo.subtract %arg115, %134 : tensor<8x4xf32>
    %136 = stablehlo.cosine %arg33 : tensor<8x4xf32>
    %137 = stablehlo.sine %arg33 : tensor<8x4xf32>
    %138 = stablehlo.multiply %136, %arg159 : tensor<8x4xf32>
    %139 = stablehlo.iota dim = 0 : tensor<32xi32>
    %140 = stablehlo.convert %139 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_41 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %141 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %142 = stablehlo.multiply %141, %140 : tensor<32xf32>
    %143 = stablehlo.cosine %142 : tensor<32xf32>
    %144 = stablehlo.reshape %143 : (tensor<32xf32>) -> tensor<8x4xf32>
    %145 = stablehlo.convert %144 : tensor<8x4xf32>
    %146 = stablehlo.multiply %138, %145 : tensor<8x4xf32>
    %cst_42 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %147 = stablehlo.reduce(%146 init: %cst_42) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_43 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %148 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %149 = stablehlo.multiply %148, %145 : tensor<8x4xf32>
    %150 = stablehlo.multiply %149, %arg159 : tensor<8x4xf32>
    %151 = stablehlo.negate %150 : tensor<8x4xf32>
    %152 = stablehlo.multiply %151, %137 : tensor<8x4xf32>
    %cst_44 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %153 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %154 = stablehlo.multiply %153, %152 : tensor<8x4xf32>
    %155 = stablehlo.subtract %arg33, %154 : tensor<8x4xf32>
    %156 = stablehlo.tan %arg135 : tensor<8x4xf32>
    %157 = chlo.square %156 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_45 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %158 = stablehlo.broadcast_in_dim %cst_45, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %159 = stablehlo.add %158, %157 : tensor<8x4xf32>
    %160 = stablehlo.multiply %156, %arg160 : tensor<8x4xf32>
    %161 = stablehlo.iota dim = 0 : tensor<32xi32>
    %162 = stablehlo.convert %161 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_46 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %163 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %164 = stablehlo.multiply %163, %162 : tensor<32xf32>
    %165 = stablehlo.cosine %164 : tensor<32xf32>
    %166 = stablehlo.reshape %165 : (tensor<32xf32>) -> tensor<8x4xf32>
    %167 = stablehlo.convert %166 : tensor<8x4xf32>
    %168 = stablehlo.multiply %160, %167 : tensor<8x4xf32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %169 = stablehlo.reduce(%168 init: %cst_47) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_48 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %170 = stablehlo.broadcast_in_dim %cst_48, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %171 = stablehlo.multiply %170, %167 : tensor<8x4xf32>
    %172 = stablehlo.multiply %171, %arg160 : tensor<8x4xf32>
    %173 = stablehlo.multiply %172, %159 : tensor<8x4xf32>
    %cst_49 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %174 = stablehlo.broadcast_in_dim %cst_49, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %175 = stablehlo.multiply %174, %173 : tensor<8x4xf32>
    %176 = stablehlo.subtract %arg135, %175 : tensor<8x4xf32>
    %177 = chlo.sinh %arg117 : tensor<8x4xf32> -> tensor<8x4xf32>
    %178 = chlo.cosh %arg117 : tensor<8x4xf32> -> tensor<8x4xf32>
    %179 = stablehlo.multiply %177, %arg161 : tensor<8x4xf32>
    %180 = stablehlo.iota dim = 0 : tensor<32xi32>
    %181 = stablehlo.convert %180 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_50 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %182 = stablehlo.broadcast_in_dim %cst_50, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %183 = stablehlo.multiply %182, %181 : tensor<32xf32>
    %184 = stablehlo.cosine %183 : tensor<32xf32>
    %185 = stablehlo.reshape %184 : (tensor<32xf32>) -> tensor<8x4xf32>
    %186 = stablehlo.convert %185 : tensor<8x4xf32>
    %187 = stablehlo.multiply %179, %186 : tensor<8x4xf32>
    %cst_51 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %188 = stablehlo.reduce(%187 init: %cst_51) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_52 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %189 = stablehlo.broadcast_in_dim %cst_52, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %190 = stablehlo.multiply %189, %186 : tensor<8x4xf32>
    %191 = stablehlo.multiply %190, %arg161 : tensor<8x4xf32>
    %192 = stablehlo.multiply %191, %178 : tensor<8x4xf32>
    %cst_53 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %193 = stablehlo.broadcast_in_dim %cst_53, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %194 = stablehlo.multiply %193, %192 : tensor<8x4xf32>
    %195 = stablehlo.subtract %arg117, %194 : tensor<8x4xf32>
    %196 = chlo.cosh %arg34 : tensor<8x4xf32> -> tensor<8x4xf32>
    %197 = chlo.sinh %arg34 : tensor<8x4xf32> -> tensor<8x4xf32>
    %198 = stablehlo.multiply %196, %arg162 : tensor<8x4xf32>
    %199 = stablehlo.iota dim = 0 : tensor<32xi32>
    %200 = stablehlo.convert %199 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_54 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %201 = stablehlo.broadcast_in_dim %cst_54, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %202 = stablehlo.multiply %201, %200 : tensor<32xf32>
    %203 = stablehlo.cosine %202 : tensor<32xf32>
    %204 = stablehlo.reshape %203 : (tensor<32xf32>) -> tensor<8x4xf32>
    %205 = stablehlo.convert %204 : tensor<8x4xf32>
    %206 = stablehlo.multiply %198, %205 : tensor<8x4xf32>
    %cst_55 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %207 = stablehlo.reduce(%206 init: %cst_55) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_56 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %208 = stablehlo.broadcast_in_dim %cst_56, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %209 = stablehlo.multiply %208, %205 : tensor<8x4xf32>
    %210 = stablehlo.multiply %209, %arg162 : tensor<8x4xf32>
    %211 = stablehlo.multiply %210, %197 : tensor<8x4xf32>
    %cst_57 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %212 = stablehlo.broadcast_in_dim %cst_57, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %213 = stablehlo.multiply %212, %211 : tensor<8x4xf32>
    %214 = stablehlo.subtract %arg34, %213 : tensor<8x4xf32>
    %215 = stablehlo.tanh %arg136 : tensor<8x4xf32>
    %cst_58 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %216 = stablehlo.broadcast_in_dim %cst_58, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %217 = stablehlo.subtract %216, %215 : tensor<8x4xf32>
    %218 = stablehlo.multiply %215, %arg163 : tensor<8x4xf32>
    %219 = stablehlo.iota dim = 0 : tensor<32xi32>
    %220 = stablehlo.convert %219 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_59 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %221 = stablehlo.broadcast_in_dim %cst_59, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %222 = stablehlo.multiply %221, %220 : tensor<32xf32>
    %223 = stablehlo.cosine %222 : tensor<32xf32>
    %224 = stablehlo.reshape %223 : (tensor<32xf32>) -> tensor<8x4xf32>
    %225 = stablehlo.convert %224 : tensor<8x4xf32>
    %226 = stablehlo.multiply %218, %225 : tensor<8x4xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %227 = stablehlo.reduce(%226 init: %cst_60) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_61 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %228 = stablehlo.broadcast_in_dim %cst_61, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %229 = stablehlo.multiply %228, %225 : tensor<8x4xf32>
    %230 = stablehlo.multiply %229, %arg163 : tensor<8x4xf32>
    %231 = stablehlo.multiply %230, %217 : tensor<8x4xf32>
    %232 = stablehlo.multiply %231, %215 : tensor<8x4xf32>
    %233 = stablehlo.add %231, %232 : tensor<8x4xf32>
    %cst_62 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %234 = stablehlo.broadcast_in_dim %cst_62, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %235 = stablehlo.multiply %234, %233 : tensor<8x4xf32>
    %236 = stablehlo.subtract %arg136, %235 : tensor<8x4xf32>
    %237 = stablehlo.tanh %arg9 : tensor<8x4xf32>
    %cst_63 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %238 = stablehlo.broadcast_in_dim %cst_63, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %239 = stablehlo.subtract %238, %237 : tensor<8x4xf32>
    %cst_64 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %240 = stablehlo.broadcast_in_dim %cst_64, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %241 = stablehlo.multiply %237, %240 : tensor<8x4xf32>
    %242 = chlo.asin %241 : tensor<8x4xf32> -> tensor<8x4xf32>
    %243 = chlo.square %241 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_65 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %244 = stablehlo.broadcast_in_dim %cst_65, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %245 = stablehlo.subtract %244, %243 : tensor<8x4xf32>
    %246 = stablehlo.rsqrt %245 : tensor<8x4xf32>
    %247 = stablehlo.multiply %242, %arg164 : tensor<8x4xf32>
    %248 = stablehlo.iota dim = 0 : tensor<32xi32>
    %249 = stablehlo.convert %248 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_66 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %250 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %251 = stablehlo.multiply %250, %249 : tensor<32xf32>
    %252 = stablehlo.cosine %251 : tensor<32xf32>
    %253 = stablehlo.reshape %252 : (tensor<32xf32>) -> tensor<8x4xf32>
    %254 = stablehlo.convert %253 : tensor<8x4xf32>
    %255 = stablehlo.multiply %247, %254 : tensor<8x4xf32>
    %cst_67 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %256 = stablehlo.reduce(%255 init: %cst_67) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_68 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %257 = stablehlo.broadcast_in_dim %cst_68, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %258 = stablehlo.multiply %257, %254 : tensor<8x4xf32>
    %259 = stablehlo.multiply %258, %arg164 : tensor<8x4xf32>
    %260 = stablehlo.multiply %259, %246 : tensor<8x4xf32>
    %cst_69 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %261 = stablehlo.broadcast_in_dim %cst_69, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %262 = stablehlo.multiply %260, %261 : tensor<8x4xf32>
    %263 = stablehlo.multiply %262, %239 : tensor<8x4xf32>
    %264 = stablehlo.multiply %263, %237 : tensor<8x4xf32>
    %265 = stablehlo.add %263, %264 : tensor<8x4xf32>
    %cst_70 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %266 = stablehlo.broadcast_in_dim %cst_70, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %267 = stablehlo.multiply %266, %265 : tensor<8x4xf32>
    %268 = stablehlo.subtract %arg9, %267 : tensor<8x4xf32>
    %269 = stablehlo.tanh %arg1 : tensor<8x4xf32>
    %cst_71 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %270 = stablehlo.broadcast_in_dim %cst_71, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %271 = stablehlo.subtract %270, %269 : tensor<8x4xf32>
    %cst_72 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %272 = stablehlo.broadcast_in_dim %cst_72, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %273 = stablehlo.multiply %269, %272 : tensor<8x4xf32>
    %274 = chlo.acos %273 : tensor<8x4xf32> -> tensor<8x4xf32>
    %275 = chlo.square %273 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_73 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %276 = stablehlo.broadcast_in_dim %cst_73, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %277 = stablehlo.subtract %276, %275 : tensor<8x4xf32>
    %278 = stablehlo.rsqrt %277 : tensor<8x4xf32>
    %279 = stablehlo.negate %278 : tensor<8x4xf32>
    %280 = stablehlo.multiply %274, %arg165 : tensor<8x4xf32>
    %281 = stablehlo.iota dim = 0 : tensor<32xi32>
    %282 = stablehlo.convert %281 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_74 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %283 = stablehlo.broadcast_in_dim %cst_74, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %284 = stablehlo.multiply %283, %282 : tensor<32xf32>
    %285 = stablehlo.cosine %284 : tensor<32xf32>
    %286 = stablehlo.reshape %285 : (tensor<32xf32>) -> tensor<8x4xf32>
    %287 = stablehlo.convert %286 : tensor<8x4xf32>
    %288 = stablehlo.multiply %280, %287 : tensor<8x4xf32>
    %cst_75 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %289 = stablehlo.reduce(%288 init: %cst_75) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_76 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %290 = stablehlo.broadcast_in_dim %cst_76, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %291 = stablehlo.multiply %290, %287 : tensor<8x4xf32>
    %292 = stablehlo.multiply %291, %arg165 : tensor<8x4xf32>
    %293 = stablehlo.multiply %292, %279 : tensor<8x4xf32>
    %cst_77 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %294 = stablehlo.broadcast_in_dim %cst_77, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %295 = stablehlo.multiply %293, %294 : tensor<8x4xf32>
    %296 = stablehlo.multiply %295, %271 : tensor<8x4xf32>
    %297 = stablehlo.multiply %296, %269 : tensor<8x4xf32>
    %298 = stablehlo.add %296, %297 : tensor<8x4xf32>
    %cst_78 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %299 = stablehlo.broadcast_in_dim %cst_78, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %300 = stablehlo.multiply %299, %298 : tensor<8x4xf32>
    %301 = stablehlo.subtract %arg1, %300 : tensor<8x4xf32>
    %302 = chlo.atan %arg11 : tensor<8x4xf32> -> tensor<8x4xf32>
    %303 = chlo.square %arg11 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_79 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %304 = stablehlo.broadcast_in_dim %cst_79, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %305 = stablehlo.add %304, %303 : tensor<8x4xf32>
    %306 = stablehlo.multiply %302, %arg166 : tensor<8x4xf32>
    %307 = stablehlo.iota dim = 0 : tensor<32xi32>
    %308 = stablehlo.convert %307 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_80 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %309 = stablehlo.broadcast_in_dim %cst_80, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %310 = stablehlo.multiply %309, %308 : tensor<32xf32>
    %311 = stablehlo.cosine %310 : tensor<32xf32>
    %312 = stablehlo.reshape %311 : (tensor<32xf32>) -> tensor<8x4xf32>
    %313 = stablehlo.convert %312 : tensor<8x4xf32>
    %314 = stablehlo.multiply %306, %313 : tensor<8x4xf32>
    %cst_81 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %315 = stablehlo.reduce(%314 init: %cst_81) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_82 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %316 = stablehlo.broadcast_in_dim %cst_82, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %317 = stablehlo.multiply %316, %313 : tensor<8x4xf32>
    %318 = stablehlo.multiply %317, %arg166 : tensor<8x4xf32>
    %319 = stablehlo.divide %318, %305 : tensor<8x4xf32>
    %cst_83 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %320 = stablehlo.broadcast_in_dim %cst_83, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %321 = stablehlo.multiply %320, %319 : tensor<8x4xf32>
    %322 = stablehlo.subtract %arg11, %321 : tensor<8x4xf32>
    %323 = chlo.asinh %arg10 : tensor<8x4xf32> -> tensor<8x4xf32>
    %324 = chlo.square %arg10 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_84 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %325 = stablehlo.broadcast_in_dim %cst_84, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %326 = stablehlo.add %324, %325 : tensor<8x4xf32>
    %327 = stablehlo.rsqrt %326 : tensor<8x4xf32>
    %328 = stablehlo.multiply %323, %arg167 : tensor<8x4xf32>
    %329 = stablehlo.iota dim = 0 : tensor<32xi32>
    %330 = stablehlo.convert %329 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_85 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %331 = stablehlo.broadcast_in_dim %cst_85, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %332 = stablehlo.multiply %331, %330 : tensor<32xf32>
    %333 = stablehlo.cosine %332 : tensor<32xf32>
    %334 = stablehlo.reshape %333 : (tensor<32xf32>) -> tensor<8x4xf32>
    %335 = stablehlo.convert %334 : tensor<8x4xf32>
    %336 = stablehlo.multiply %328, %335 : tensor<8x4xf32>
    %cst_86 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %337 = stablehlo.reduce(%336 init: %cst_86) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_87 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %338 = stablehlo.broadcast_in_dim %cst_87, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %339 = stablehlo.multiply %338, %335 : tensor<8x4xf32>
    %340 = stablehlo.multiply %339, %arg167 : tensor<8x4xf32>
    %341 = stablehlo.multiply %340, %327 : tensor<8x4xf32>
    %cst_88 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %342 = stablehlo.broadcast_in_dim %cst_88, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %343 = stablehlo.multiply %342, %341 : tensor<8x4xf32>
    %344 = stablehlo.subtract %arg10, %343 : tensor<8x4xf32>
    %345 = stablehlo.abs %arg2 : tensor<8x4xf32>
    %cst_89 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %346 = stablehlo.broadcast_in_dim %cst_89, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %347 = stablehlo.compare GE, %arg2, %346, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_90 = stablehlo.constant dense<1.100000e+00> : tensor<f32>
    %348 = stablehlo.broadcast_in_dim %cst_90, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %349 = stablehlo.add %345, %348 : tensor<8x4xf32>
    %350:2 = call @arccosh(%349) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %351 = stablehlo.multiply %350#0, %arg168 : tensor<8x4xf32>
    %352 = stablehlo.iota dim = 0 : tensor<32xi32>
    %353 = stablehlo.convert %352 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_91 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %354 = stablehlo.broadcast_in_dim %cst_91, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %355 = stablehlo.multiply %354, %353 : tensor<32xf32>
    %356 = stablehlo.cosine %355 : tensor<32xf32>
    %357 = stablehlo.reshape %356 : (tensor<32xf32>) -> tensor<8x4xf32>
    %358 = stablehlo.convert %357 : tensor<8x4xf32>
    %359 = stablehlo.multiply %351, %358 : tensor<8x4xf32>
    %cst_92 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %360 = stablehlo.reduce(%359 init: %cst_92) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_93 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %361 = stablehlo.broadcast_in_dim %cst_93, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %362 = stablehlo.multiply %361, %358 : tensor<8x4xf32>
    %363 = stablehlo.multiply %362, %arg168 : tensor<8x4xf32>
    %364 = call @arccosh_0(%350#1, %363) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_94 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %365 = stablehlo.broadcast_in_dim %cst_94, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %366 = stablehlo.select %347, %365, %364 : tensor<8x4xi1>, tensor<8x4xf32>
    %367 = stablehlo.select %347, %364, %365 : tensor<8x4xi1>, tensor<8x4xf32>
    %368 = stablehlo.negate %366 : tensor<8x4xf32>
    %369 = stablehlo.add %367, %368 : tensor<8x4xf32>
    %cst_95 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %370 = stablehlo.broadcast_in_dim %cst_95, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %371 = stablehlo.multiply %370, %369 : tensor<8x4xf32>
    %372 = stablehlo.subtract %arg2, %371 : tensor<8x4xf32>
    %373 = stablehlo.tanh %arg13 : tensor<8x4xf32>
    %cst_96 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %374 = stablehlo.broadcast_in_dim %cst_96, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %375 = stablehlo.subtract %374, %373 : tensor<8x4xf32>
    %cst_97 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %376 = stablehlo.broadcast_in_dim %cst_97, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %377 = stablehlo.multiply %373, %376 : tensor<8x4xf32>
    %378 = chlo.atanh %377 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_98 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %379 = stablehlo.broadcast_in_dim %cst_98, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %380 = stablehlo.add %379, %377 : tensor<8x4xf32>
    %cst_99 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %381 = stablehlo.broadcast_in_dim %cst_99, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %382 = stablehlo.divide %381, %380 : tensor<8x4xf32>
    %cst_100 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %383 = stablehlo.broadcast_in_dim %cst_100, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %384 = stablehlo.subtract %383, %377 : tensor<8x4xf32>
    %385 = stablehlo.multiply %378, %arg169 : tensor<8x4xf32>
    %386 = stablehlo.iota dim = 0 : tensor<32xi32>
    %387 = stablehlo.convert %386 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_101 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %388 = stablehlo.broadcast_in_dim %cst_101, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %389 = stablehlo.multiply %388, %387 : tensor<32xf32>
    %390 = stablehlo.cosine %389 : tensor<32xf32>
    %391 = stablehlo.reshape %390 : (tensor<32xf32>) -> tensor<8x4xf32>
    %392 = stablehlo.convert %391 : tensor<8x4xf32>
    %393 = stablehlo.multiply %385, %392 : tensor<8x4xf32>
    %cst_102 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %394 = stablehlo.reduce(%393 init: %cst_102) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_103 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %395 = stablehlo.broadcast_in_dim %cst_103, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %396 = stablehlo.multiply %395, %392 : tensor<8x4xf32>
    %397 = stablehlo.multiply %396, %arg169 : tensor<8x4xf32>
    %398 = stablehlo.multiply %382, %397 : tensor<8x4xf32>
    %399 = stablehlo.divide %398, %384 : tensor<8x4xf32>
    %cst_104 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %400 = stablehlo.broadcast_in_dim %cst_104, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %401 = stablehlo.multiply %399, %400 : tensor<8x4xf32>
    %402 = stablehlo.multiply %401, %375 : tensor<8x4xf32>
    %403 = stablehlo.multiply %402, %373 : tensor<8x4xf32>
    %404 = stablehlo.add %402, %403 : tensor<8x4xf32>
    %cst_105 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %405 = stablehlo.broadcast_in_dim %cst_105, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %406 = stablehlo.multiply %405, %404 : tensor<8x4xf32>
    %407 = stablehlo.subtract %arg13, %406 : tensor<8x4xf32>
    %408 = chlo.erf %arg43 : tensor<8x4xf32> -> tensor<8x4xf32>
    %409 = chlo.square %arg43 : tensor<8x4xf32> -> tensor<8x4xf32>
    %410 = stablehlo.negate %409 : tensor<8x4xf32>
    %411 = stablehlo.exponential %410 : tensor<8x4xf32>
    %412 = stablehlo.multiply %408, %arg170 : tensor<8x4xf32>
    %413 = stablehlo.iota dim = 0 : tensor<32xi32>
    %414 = stablehlo.convert %413 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_106 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %415 = stablehlo.broadcast_in_dim %cst_106, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %416 = stablehlo.multiply %415, %414 : tensor<32xf32>
    %417 = stablehlo.cosine %416 : tensor<32xf32>
    %418 = stablehlo.reshape %417 : (tensor<32xf32>) -> tensor<8x4xf32>
    %419 = stablehlo.convert %418 : tensor<8x4xf32>
    %420 = stablehlo.multiply %412, %419 : tensor<8x4xf32>
    %cst_107 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %421 = stablehlo.reduce(%420 init: %cst_107) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_108 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %422 = stablehlo.broadcast_in_dim %cst_108, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %423 = stablehlo.multiply %422, %419 : tensor<8x4xf32>
    %424 = stablehlo.multiply %423, %arg170 : tensor<8x4xf32>
    %cst_109 = stablehlo.constant dense<1.12837923> : tensor<f32>
    %425 = stablehlo.broadcast_in_dim %cst_109, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %426 = stablehlo.multiply %425, %424 : tensor<8x4xf32>
    %427 = stablehlo.multiply %426, %411 : tensor<8x4xf32>
    %cst_110 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %428 = stablehlo.broadcast_in_dim %cst_110, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %429 = stablehlo.multiply %428, %427 : tensor<8x4xf32>
    %430 = stablehlo.subtract %arg43, %429 : tensor<8x4xf32>
    %431 = chlo.erfc %arg44 : tensor<8x4xf32> -> tensor<8x4xf32>
    %432 = chlo.square %arg44 : tensor<8x4xf32> -> tensor<8x4xf32>
    %433 = stablehlo.negate %432 : tensor<8x4xf32>
    %434 = stablehlo.exponential %433 : tensor<8x4xf32>
    %435 = stablehlo.multiply %431, %arg171 : tensor<8x4xf32>
    %436 = stablehlo.iota dim = 0 : tensor<32xi32>
    %437 = stablehlo.convert %436 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_111 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %438 = stablehlo.broadcast_in_dim %cst_111, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %439 = stablehlo.multiply %438, %437 : tensor<32xf32>
    %440 = stablehlo.cosine %439 : tensor<32xf32>
    %441 = stablehlo.reshape %440 : (tensor<32xf32>) -> tensor<8x4xf32>
    %442 = stablehlo.convert %441 : tensor<8x4xf32>
    %443 = stablehlo.multiply %435, %442 : tensor<8x4xf32>
    %cst_112 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %444 = stablehlo.reduce(%443 init: %cst_112) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_113 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %445 = stablehlo.broadcast_in_dim %cst_113, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %446 = stablehlo.multiply %445, %442 : tensor<8x4xf32>
    %447 = stablehlo.multiply %446, %arg171 : tensor<8x4xf32>
    %cst_114 = stablehlo.constant dense<-1.12837923> : tensor<f32>
    %448 = stablehlo.broadcast_in_dim %cst_114, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %449 = stablehlo.multiply %448, %447 : tensor<8x4xf32>
    %450 = stablehlo.multiply %449, %434 : tensor<8x4xf32>
    %cst_115 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %451 = stablehlo.broadcast_in_dim %cst_115, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %452 = stablehlo.multiply %451, %450 : tensor<8x4xf32>
    %453 = stablehlo.subtract %arg44, %452 : tensor<8x4xf32>
    %454 = stablehlo.cbrt %arg25 : tensor<8x4xf32>
    %455 = stablehlo.multiply %454, %454 : tensor<8x4xf32>
    %cst_116 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %456 = stablehlo.broadcast_in_dim %cst_116, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %457 = stablehlo.divide %456, %455 : tensor<8x4xf32>
    %cst_117 = stablehlo.constant dense<0.333333343> : tensor<f32>
    %458 = stablehlo.broadcast_in_dim %cst_117, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %459 = stablehlo.multiply %458, %457 : tensor<8x4xf32>
    %460 = stablehlo.multiply %454, %arg172 : tensor<8x4xf32>
    %461 = stablehlo.iota dim = 0 : tensor<32xi32>
    %462 = stablehlo.convert %461 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_118 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %463 = stablehlo.broadcast_in_dim %cst_118, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %464 = stablehlo.multiply %463, %462 : tensor<32xf32>
    %465 = stablehlo.cosine %464 : tensor<32xf32>
    %466 = stablehlo.reshape %465 : (tensor<32xf32>) -> tensor<8x4xf32>
    %467 = stablehlo.convert %466 : tensor<8x4xf32>
    %468 = stablehlo.multiply %460, %467 : tensor<8x4xf32>
    %cst_119 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %469 = stablehlo.reduce(%468 init: %cst_119) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_120 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %470 = stablehlo.broadcast_in_dim %cst_120, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %471 = stablehlo.multiply %470, %467 : tensor<8x4xf32>
    %472 = stablehlo.multiply %471, %arg172 : tensor<8x4xf32>
    %473 = stablehlo.multiply %472, %459 : tensor<8x4xf32>
    %cst_121 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %474 = stablehlo.broadcast_in_dim %cst_121, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %475 = stablehlo.multiply %474, %473 : tensor<8x4xf32>
    %476 = stablehlo.subtract %arg25, %475 : tensor<8x4xf32>
    %477 = stablehlo.abs %arg105 : tensor<8x4xf32>
    %cst_122 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %478 = stablehlo.broadcast_in_dim %cst_122, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %479 = stablehlo.compare GE, %arg105, %478, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_123 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %480 = stablehlo.broadcast_in_dim %cst_123, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %481 = stablehlo.add %477, %480 : tensor<8x4xf32>
    %482 = stablehlo.rsqrt %481 : tensor<8x4xf32>
    %483 = stablehlo.divide %482, %481 : tensor<8x4xf32>
    %cst_124 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %484 = stablehlo.broadcast_in_dim %cst_124, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %485 = stablehlo.multiply %484, %483 : tensor<8x4xf32>
    %486 = stablehlo.multiply %482, %arg173 : tensor<8x4xf32>
    %487 = stablehlo.iota dim = 0 : tensor<32xi32>
    %488 = stablehlo.convert %487 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_125 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %489 = stablehlo.broadcast_in_dim %cst_125, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %490 = stablehlo.multiply %489, %488 : tensor<32xf32>
    %491 = stablehlo.cosine %490 : tensor<32xf32>
    %492 = stablehlo.reshape %491 : (tensor<32xf32>) -> tensor<8x4xf32>
    %493 = stablehlo.convert %492 : tensor<8x4xf32>
    %494 = stablehlo.multiply %486, %493 : tensor<8x4xf32>
    %cst_126 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %495 = stablehlo.reduce(%494 init: %cst_126) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_127 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %496 = stablehlo.broadcast_in_dim %cst_127, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %497 = stablehlo.multiply %496, %493 : tensor<8x4xf32>
    %498 = stablehlo.multiply %497, %arg173 : tensor<8x4xf32>
    %499 = stablehlo.multiply %498, %485 : tensor<8x4xf32>
    %cst_128 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %500 = stablehlo.broadcast_in_dim %cst_128, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %501 = stablehlo.select %479, %500, %499 : tensor<8x4xi1>, tensor<8x4xf32>
    %502 = stablehlo.select %479, %499, %500 : tensor<8x4xi1>, tensor<8x4xf32>
    %503 = stablehlo.negate %501 : tensor<8x4xf32>
    %504 = stablehlo.add %502, %503 : tensor<8x4xf32>
    %cst_129 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %505 = stablehlo.broadcast_in_dim %cst_129, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %506 = stablehlo.multiply %505, %504 : tensor<8x4xf32>
    %507 = stablehlo.subtract %arg105, %506 : tensor<8x4xf32>
    %508 = stablehlo.abs %arg125 : tensor<8x4xf32>
    %cst_130 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %509 = stablehlo.broadcast_in_dim %cst_130, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %510 = stablehlo.compare GE, %arg125, %509, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_131 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %511 = stablehlo.broadcast_in_dim %cst_131, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %512 = stablehlo.add %508, %511 : tensor<8x4xf32>
    %513 = stablehlo.sqrt %512 : tensor<8x4xf32>
    %cst_132 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %514 = stablehlo.broadcast_in_dim %cst_132, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %515 = stablehlo.divide %514, %513 : tensor<8x4xf32>
    %516 = stablehlo.multiply %513, %arg174 : tensor<8x4xf32>
    %517 = stablehlo.iota dim = 0 : tensor<32xi32>
    %518 = stablehlo.convert %517 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_133 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %519 = stablehlo.broadcast_in_dim %cst_133, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %520 = stablehlo.multiply %519, %518 : tensor<32xf32>
    %521 = stablehlo.cosine %520 : tensor<32xf32>
    %522 = stablehlo.reshape %521 : (tensor<32xf32>) -> tensor<8x4xf32>
    %523 = stablehlo.convert %522 : tensor<8x4xf32>
    %524 = stablehlo.multiply %516, %523 : tensor<8x4xf32>
    %cst_134 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %525 = stablehlo.reduce(%524 init: %cst_134) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_135 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %526 = stablehlo.broadcast_in_dim %cst_135, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %527 = stablehlo.multiply %526, %523 : tensor<8x4xf32>
    %528 = stablehlo.multiply %527, %arg174 : tensor<8x4xf32>
    %529 = stablehlo.multiply %528, %515 : tensor<8x4xf32>
    %cst_136 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %530 = stablehlo.broadcast_in_dim %cst_136, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %531 = stablehlo.select %510, %530, %529 : tensor<8x4xi1>, tensor<8x4xf32>
    %532 = stablehlo.select %510, %529, %530 : tensor<8x4xi1>, tensor<8x4xf32>
    %533 = stablehlo.negate %531 : tensor<8x4xf32>
    %534 = stablehlo.add %532, %533 : tensor<8x4xf32>
    %cst_137 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %535 = stablehlo.broadcast_in_dim %cst_137, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %536 = stablehlo.multiply %535, %534 : tensor<8x4xf32>
    %537 = stablehlo.subtract %arg125, %536 : tensor<8x4xf32>
    %538:8 = call @sinc(%arg116) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %539 = stablehlo.multiply %538#0, %arg175 : tensor<8x4xf32>
    %540 = stablehlo.iota dim = 0 : tensor<32xi32>
    %541 = stablehlo.convert %540 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_138 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %542 = stablehlo.broadcast_in_dim %cst_138, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %543 = stablehlo.multiply %542, %541 : tensor<32xf32>
    %544 = stablehlo.cosine %543 : tensor<32xf32>
    %545 = stablehlo.reshape %544 : (tensor<32xf32>) -> tensor<8x4xf32>
    %546 = stablehlo.convert %545 : tensor<8x4xf32>
    %547 = stablehlo.multiply %539, %546 : tensor<8x4xf32>
    %cst_139 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %548 = stablehlo.reduce(%547 init: %cst_139) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_140 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %549 = stablehlo.broadcast_in_dim %cst_140, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %550 = stablehlo.multiply %549, %546 : tensor<8x4xf32>
    %551 = stablehlo.multiply %550, %arg175 : tensor<8x4xf32>
    %552 = call @sinc_2(%538#1, %538#2, %538#3, %538#4, %538#5, %538#6, %538#7, %551) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_141 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %553 = stablehlo.broadcast_in_dim %cst_141, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %554 = stablehlo.multiply %553, %552 : tensor<8x4xf32>
    %555 = stablehlo.subtract %arg116, %554 : tensor<8x4xf32>
    %556 = stablehlo.negate %arg111 : tensor<8x4xf32>
    %557 = stablehlo.exponential %556 : tensor<8x4xf32>
    %cst_142 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %558 = stablehlo.broadcast_in_dim %cst_142, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %559 = stablehlo.add %558, %557 : tensor<8x4xf32>
    %cst_143 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %560 = stablehlo.broadcast_in_dim %cst_143, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %561 = stablehlo.divide %560, %559 : tensor<8x4xf32>
    %cst_144 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %562 = stablehlo.broadcast_in_dim %cst_144, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %563 = stablehlo.subtract %562, %561 : tensor<8x4xf32>
    %564 = stablehlo.multiply %561, %563 : tensor<8x4xf32>
    %565 = stablehlo.multiply %561, %arg176 : tensor<8x4xf32>
    %566 = stablehlo.iota dim = 0 : tensor<32xi32>
    %567 = stablehlo.convert %566 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_145 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %568 = stablehlo.broadcast_in_dim %cst_145, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %569 = stablehlo.multiply %568, %567 : tensor<32xf32>
    %570 = stablehlo.cosine %569 : tensor<32xf32>
    %571 = stablehlo.reshape %570 : (tensor<32xf32>) -> tensor<8x4xf32>
    %572 = stablehlo.convert %571 : tensor<8x4xf32>
    %573 = stablehlo.multiply %565, %572 : tensor<8x4xf32>
    %cst_146 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %574 = stablehlo.reduce(%573 init: %cst_146) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_147 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %575 = stablehlo.broadcast_in_dim %cst_147, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %576 = stablehlo.multiply %575, %572 : tensor<8x4xf32>
    %577 = stablehlo.multiply %576, %arg176 : tensor<8x4xf32>
    %578 = stablehlo.multiply %577, %564 : tensor<8x4xf32>
    %cst_148 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %579 = stablehlo.broadcast_in_dim %cst_148, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %580 = stablehlo.multiply %579, %578 : tensor<8x4xf32>
    %581 = stablehlo.subtract %arg111, %580 : tensor<8x4xf32>
    %582:3 = call @log_sigmoid(%arg72) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %583 = stablehlo.multiply %582#0, %arg177 : tensor<8x4xf32>
    %584 = stablehlo.iota dim = 0 : tensor<32xi32>
    %585 = stablehlo.convert %584 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_149 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %586 = stablehlo.broadcast_in_dim %cst_149, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %587 = stablehlo.multiply %586, %585 : tensor<32xf32>
    %588 = stablehlo.cosine %587 : tensor<32xf32>
    %589 = stablehlo.reshape %588 : (tensor<32xf32>) -> tensor<8x4xf32>
    %590 = stablehlo.convert %589 : tensor<8x4xf32>
    %591 = stablehlo.multiply %583, %590 : tensor<8x4xf32>
    %cst_150 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %592 = stablehlo.reduce(%591 init: %cst_150) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_151 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %593 = stablehlo.broadcast_in_dim %cst_151, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %594 = stablehlo.multiply %593, %590 : tensor<8x4xf32>
    %595 = stablehlo.multiply %594, %arg177 : tensor<8x4xf32>
    %596 = call @log_sigmoid_5(%582#1, %582#2, %595) : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_152 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %597 = stablehlo.broadcast_in_dim %cst_152, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %598 = stablehlo.multiply %597, %596 : tensor<8x4xf32>
    %599 = stablehlo.subtract %arg72, %598 : tensor<8x4xf32>
    %600:3 = call @softplus_7(%arg120) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %601 = stablehlo.multiply %600#0, %arg178 : tensor<8x4xf32>
    %602 = stablehlo.iota dim = 0 : tensor<32xi32>
    %603 = stablehlo.convert %602 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_153 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %604 = stablehlo.broadcast_in_dim %cst_153, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %605 = stablehlo.multiply %604, %603 : tensor<32xf32>
    %606 = stablehlo.cosine %605 : tensor<32xf32>
    %607 = stablehlo.reshape %606 : (tensor<32xf32>) -> tensor<8x4xf32>
    %608 = stablehlo.convert %607 : tensor<8x4xf32>
    %609 = stablehlo.multiply %601, %608 : tensor<8x4xf32>
    %cst_154 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %610 = stablehlo.reduce(%609 init: %cst_154) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_155 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %611 = stablehlo.broadcast_in_dim %cst_155, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %612 = stablehlo.multiply %611, %608 : tensor<8x4xf32>
    %613 = stablehlo.multiply %612, %arg178 : tensor<8x4xf32>
    %614 = call @softplus_8(%600#1, %600#2, %613) : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_156 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %615 = stablehlo.broadcast_in_dim %cst_156, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %616 = stablehlo.multiply %615, %614 : tensor<8x4xf32>
    %617 = stablehlo.subtract %arg120, %616 : tensor<8x4xf32>
    %618:3 = call @silu(%arg114) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %619 = stablehlo.multiply %618#0, %arg179 : tensor<8x4xf32>
    %620 = stablehlo.iota dim = 0 : tensor<32xi32>
    %621 = stablehlo.convert %620 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_157 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %622 = stablehlo.broadcast_in_dim %cst_157, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %623 = stablehlo.multiply %622, %621 : tensor<32xf32>
    %624 = stablehlo.cosine %623 : tensor<32xf32>
    %625 = stablehlo.reshape %624 : (tensor<32xf32>) -> tensor<8x4xf32>
    %626 = stablehlo.convert %625 : tensor<8x4xf32>
    %627 = stablehlo.multiply %619, %626 : tensor<8x4xf32>
    %cst_158 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %628 = stablehlo.reduce(%627 init: %cst_158) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_159 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %629 = stablehlo.broadcast_in_dim %cst_159, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %630 = stablehlo.multiply %629, %626 : tensor<8x4xf32>
    %631 = stablehlo.multiply %630, %arg179 : tensor<8x4xf32>
    %632 = call @silu_9(%618#1, %618#2, %arg114, %631) : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_160 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %633 = stablehlo.broadcast_in_dim %cst_160, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %634 = stablehlo.multiply %633, %632 : tensor<8x4xf32>
    %635 = stablehlo.subtract %arg114, %634 : tensor<8x4xf32>
    %636 = stablehlo.multiply %arg57, %arg57 : tensor<8x4xf32>
    %637 = stablehlo.multiply %636, %arg57 : tensor<8x4xf32>
    %638 = stablehlo.multiply %arg57, %arg57 : tensor<8x4xf32>
    %cst_161 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %639 = stablehlo.broadcast_in_dim %cst_161, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %640 = stablehlo.multiply %639, %638 : tensor<8x4xf32>
    %cst_162 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %641 = stablehlo.broadcast_in_dim %cst_162, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %642 = stablehlo.multiply %641, %637 : tensor<8x4xf32>
    %643 = stablehlo.add %arg57, %642 : tensor<8x4xf32>
    %cst_163 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %644 = stablehlo.broadcast_in_dim %cst_163, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %645 = stablehlo.multiply %644, %643 : tensor<8x4xf32>
    %646 = stablehlo.tanh %645 : tensor<8x4xf32>
    %cst_164 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %647 = stablehlo.broadcast_in_dim %cst_164, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %648 = stablehlo.subtract %647, %646 : tensor<8x4xf32>
    %cst_165 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %649 = stablehlo.broadcast_in_dim %cst_165, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %650 = stablehlo.add %649, %646 : tensor<8x4xf32>
    %cst_166 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %651 = stablehlo.broadcast_in_dim %cst_166, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %652 = stablehlo.multiply %651, %650 : tensor<8x4xf32>
    %653 = stablehlo.multiply %arg57, %652 : tensor<8x4xf32>
    %654 = stablehlo.multiply %653, %arg180 : tensor<8x4xf32>
    %655 = stablehlo.iota dim = 0 : tensor<32xi32>
    %656 = stablehlo.convert %655 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_167 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %657 = stablehlo.broadcast_in_dim %cst_167, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %658 = stablehlo.multiply %657, %656 : tensor<32xf32>
    %659 = stablehlo.cosine %658 : tensor<32xf32>
    %660 = stablehlo.reshape %659 : (tensor<32xf32>) -> tensor<8x4xf32>
    %661 = stablehlo.convert %660 : tensor<8x4xf32>
    %662 = stablehlo.multiply %654, %661 : tensor<8x4xf32>
    %cst_168 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %663 = stablehlo.reduce(%662 init: %cst_168) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_169 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %664 = stablehlo.broadcast_in_dim %cst_169, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %665 = stablehlo.multiply %664, %661 : tensor<8x4xf32>
    %666 = stablehlo.multiply %665, %arg180 : tensor<8x4xf32>
    %667 = stablehlo.multiply %arg57, %666 : tensor<8x4xf32>
    %668 = stablehlo.multiply %666, %652 : tensor<8x4xf32>
    %cst_170 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %669 = stablehlo.broadcast_in_dim %cst_170, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %670 = stablehlo.multiply %669, %667 : tensor<8x4xf32>
    %671 = stablehlo.multiply %670, %648 : tensor<8x4xf32>
    %672 = stablehlo.multiply %671, %646 : tensor<8x4xf32>
    %673 = stablehlo.add %671, %672 : tensor<8x4xf32>
    %cst_171 = stablehlo.constant dense<0.797884583> : tensor<f32>
    %674 = stablehlo.broadcast_in_dim %cst_171, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %675 = stablehlo.multiply %674, %673 : tensor<8x4xf32>
    %676 = stablehlo.add %668, %675 : tensor<8x4xf32>
    %cst_172 = stablehlo.constant dense<4.471500e-02> : tensor<f32>
    %677 = stablehlo.broadcast_in_dim %cst_172, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %678 = stablehlo.multiply %677, %675 : tensor<8x4xf32>
    %679 = stablehlo.multiply %678, %640 : tensor<8x4xf32>
    %680 = stablehlo.add %676, %679 : tensor<8x4xf32>
    %cst_173 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %681 = stablehlo.broadcast_in_dim %cst_173, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %682 = stablehlo.multiply %681, %680 : tensor<8x4xf32>
    %683 = stablehlo.subtract %arg57, %682 : tensor<8x4xf32>
    %cst_174 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %684 = stablehlo.broadcast_in_dim %cst_174, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %685 = stablehlo.multiply %684, %arg58 : tensor<8x4xf32>
    %686 = stablehlo.negate %arg58 : tensor<8x4xf32>
    %cst_175 = stablehlo.constant dense<0.707106769> : tensor<f32>
    %687 = stablehlo.broadcast_in_dim %cst_175, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %688 = stablehlo.multiply %686, %687 : tensor<8x4xf32>
    %689 = chlo.erfc %688 : tensor<8x4xf32> -> tensor<8x4xf32>
    %690 = chlo.square %688 : tensor<8x4xf32> -> tensor<8x4xf32>
    %691 = stablehlo.negate %690 : tensor<8x4xf32>
    %692 = stablehlo.exponential %691 : tensor<8x4xf32>
    %693 = stablehlo.multiply %685, %689 : tensor<8x4xf32>
    %694 = stablehlo.multiply %693, %arg181 : tensor<8x4xf32>
    %695 = stablehlo.iota dim = 0 : tensor<32xi32>
    %696 = stablehlo.convert %695 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_176 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %697 = stablehlo.broadcast_in_dim %cst_176, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %698 = stablehlo.multiply %697, %696 : tensor<32xf32>
    %699 = stablehlo.cosine %698 : tensor<32xf32>
    %700 = stablehlo.reshape %699 : (tensor<32xf32>) -> tensor<8x4xf32>
    %701 = stablehlo.convert %700 : tensor<8x4xf32>
    %702 = stablehlo.multiply %694, %701 : tensor<8x4xf32>
    %cst_177 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %703 = stablehlo.reduce(%702 init: %cst_177) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_178 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %704 = stablehlo.broadcast_in_dim %cst_178, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %705 = stablehlo.multiply %704, %701 : tensor<8x4xf32>
    %706 = stablehlo.multiply %705, %arg181 : tensor<8x4xf32>
    %707 = stablehlo.multiply %685, %706 : tensor<8x4xf32>
    %708 = stablehlo.multiply %706, %689 : tensor<8x4xf32>
    %cst_179 = stablehlo.constant dense<-1.12837923> : tensor<f32>
    %709 = stablehlo.broadcast_in_dim %cst_179, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %710 = stablehlo.multiply %709, %707 : tensor<8x4xf32>
    %711 = stablehlo.multiply %710, %692 : tensor<8x4xf32>
    %cst_180 = stablehlo.constant dense<0.707106769> : tensor<f32>
    %712 = stablehlo.broadcast_in_dim %cst_180, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %713 = stablehlo.multiply %711, %712 : tensor<8x4xf32>
    %714 = stablehlo.negate %713 : tensor<8x4xf32>
    %cst_181 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %715 = stablehlo.broadcast_in_dim %cst_181, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %716 = stablehlo.multiply %715, %708 : tensor<8x4xf32>
    %717 = stablehlo.add %714, %716 : tensor<8x4xf32>
    %cst_182 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %718 = stablehlo.broadcast_in_dim %cst_182, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %719 = stablehlo.multiply %718, %717 : tensor<8x4xf32>
    %720 = stablehlo.subtract %arg58, %719 : tensor<8x4xf32>
    %721:5 = call @elu(%arg42) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>)
    %722 = stablehlo.multiply %721#0, %arg182 : tensor<8x4xf32>
    %723 = stablehlo.iota dim = 0 : tensor<32xi32>
    %724 = stablehlo.convert %723 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_183 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %725 = stablehlo.broadcast_in_dim %cst_183, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %726 = stablehlo.multiply %725, %724 : tensor<32xf32>
    %727 = stablehlo.cosine %726 : tensor<32xf32>
    %728 = stablehlo.reshape %727 : (tensor<32xf32>) -> tensor<8x4xf32>
    %729 = stablehlo.convert %728 : tensor<8x4xf32>
    %730 = stablehlo.multiply %722, %729 : tensor<8x4xf32>
    %cst_184 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %731 = stablehlo.reduce(%730 init: %cst_184) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_185 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %732 = stablehlo.broadcast_in_dim %cst_185, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %733 = stablehlo.multiply %732, %729 : tensor<8x4xf32>
    %734 = stablehlo.multiply %733, %arg182 : tensor<8x4xf32>
    %735 = call @elu_11(%721#1, %721#2, %721#3, %721#4, %734) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_186 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %736 = stablehlo.broadcast_in_dim %cst_186, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %737 = stablehlo.multiply %736, %735 : tensor<8x4xf32>
    %738 = stablehlo.subtract %arg42, %737 : tensor<8x4xf32>
    %739:4 = call @celu(%arg27) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %740 = stablehlo.multiply %739#0, %arg183 : tensor<8x4xf32>
    %741 = stablehlo.iota dim = 0 : tensor<32xi32>
    %742 = stablehlo.convert %741 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_187 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %743 = stablehlo.broadcast_in_dim %cst_187, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %744 = stablehlo.multiply %743, %742 : tensor<32xf32>
    %745 = stablehlo.cosine %744 : tensor<32xf32>
    %746 = stablehlo.reshape %745 : (tensor<32xf32>) -> tensor<8x4xf32>
    %747 = stablehlo.convert %746 : tensor<8x4xf32>
    %748 = stablehlo.multiply %740, %747 : tensor<8x4xf32>
    %cst_188 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %749 = stablehlo.reduce(%748 init: %cst_188) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_189 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %750 = stablehlo.broadcast_in_dim %cst_189, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %751 = stablehlo.multiply %750, %747 : tensor<8x4xf32>
    %752 = stablehlo.multiply %751, %arg183 : tensor<8x4xf32>
    %753 = call @celu_13(%739#1, %739#2, %739#3, %752) : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_190 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %754 = stablehlo.broadcast_in_dim %cst_190, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %755 = stablehlo.multiply %754, %753 : tensor<8x4xf32>
    %756 = stablehlo.subtract %arg27, %755 : tensor<8x4xf32>
    %757:6 = call @selu(%arg108) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>)
    %758 = stablehlo.multiply %757#0, %arg184 : tensor<8x4xf32>
    %759 = stablehlo.iota dim = 0 : tensor<32xi32>
    %760 = stablehlo.convert %759 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_191 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %761 = stablehlo.broadcast_in_dim %cst_191, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %762 = stablehlo.multiply %761, %760 : tensor<32xf32>
    %763 = stablehlo.cosine %762 : tensor<32xf32>
    %764 = stablehlo.reshape %763 : (tensor<32xf32>) -> tensor<8x4xf32>
    %765 = stablehlo.convert %764 : tensor<8x4xf32>
    %766 = stablehlo.multiply %758, %765 : tensor<8x4xf32>
    %cst_192 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %767 = stablehlo.reduce(%766 init: %cst_192) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_193 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %768 = stablehlo.broadcast_in_dim %cst_193, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %769 = stablehlo.multiply %768, %765 : tensor<8x4xf32>
    %770 = stablehlo.multiply %769, %arg184 : tensor<8x4xf32>
    %771 = call @selu_17(%757#1, %757#2, %757#3, %757#4, %757#5, %770) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_194 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %772 = stablehlo.broadcast_in_dim %cst_194, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %773 = stablehlo.multiply %772, %771 : tensor<8x4xf32>
    %774 = stablehlo.subtract %arg108, %773 : tensor<8x4xf32>
    %775 = call @relu(%arg97) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_195 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %776 = stablehlo.broadcast_in_dim %cst_195, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %777 = stablehlo.compare GT, %arg97, %776, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_196 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %778 = stablehlo.broadcast_in_dim %cst_196, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %779 = stablehlo.multiply %775, %arg185 : tensor<8x4xf32>
    %780 = stablehlo.iota dim = 0 : tensor<32xi32>
    %781 = stablehlo.convert %780 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_197 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %782 = stablehlo.broadcast_in_dim %cst_197, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %783 = stablehlo.multiply %782, %781 : tensor<32xf32>
    %784 = stablehlo.cosine %783 : tensor<32xf32>
    %785 = stablehlo.reshape %784 : (tensor<32xf32>) -> tensor<8x4xf32>
    %786 = stablehlo.convert %785 : tensor<8x4xf32>
    %787 = stablehlo.multiply %779, %786 : tensor<8x4xf32>
    %cst_198 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %788 = stablehlo.reduce(%787 init: %cst_198) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_199 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %789 = stablehlo.broadcast_in_dim %cst_199, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %790 = stablehlo.multiply %789, %786 : tensor<8x4xf32>
    %791 = stablehlo.multiply %790, %arg185 : tensor<8x4xf32>
    %cst_200 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %792 = stablehlo.broadcast_in_dim %cst_200, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %793 = stablehlo.select %777, %791, %792 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_201 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %794 = stablehlo.broadcast_in_dim %cst_201, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %795 = stablehlo.multiply %794, %793 : tensor<8x4xf32>
    %796 = stablehlo.subtract %arg97, %795 : tensor<8x4xf32>
    %797 = call @relu6(%arg98) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_202 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %798 = stablehlo.broadcast_in_dim %cst_202, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %799 = stablehlo.compare GT, %arg98, %798, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_203 = stablehlo.constant dense<6.000000e+00> : tensor<f32>
    %800 = stablehlo.broadcast_in_dim %cst_203, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %801 = stablehlo.compare LT, %arg98, %800, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %802 = stablehlo.and %799, %801 : tensor<8x4xi1>
    %cst_204 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %803 = stablehlo.broadcast_in_dim %cst_204, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %804 = stablehlo.multiply %797, %arg186 : tensor<8x4xf32>
    %805 = stablehlo.iota dim = 0 : tensor<32xi32>
    %806 = stablehlo.convert %805 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_205 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %807 = stablehlo.broadcast_in_dim %cst_205, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %808 = stablehlo.multiply %807, %806 : tensor<32xf32>
    %809 = stablehlo.cosine %808 : tensor<32xf32>
    %810 = stablehlo.reshape %809 : (tensor<32xf32>) -> tensor<8x4xf32>
    %811 = stablehlo.convert %810 : tensor<8x4xf32>
    %812 = stablehlo.multiply %804, %811 : tensor<8x4xf32>
    %cst_206 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %813 = stablehlo.reduce(%812 init: %cst_206) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_207 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %814 = stablehlo.broadcast_in_dim %cst_207, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %815 = stablehlo.multiply %814, %811 : tensor<8x4xf32>
    %816 = stablehlo.multiply %815, %arg186 : tensor<8x4xf32>
    %cst_208 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %817 = stablehlo.broadcast_in_dim %cst_208, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %818 = stablehlo.select %802, %816, %817 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_209 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %819 = stablehlo.broadcast_in_dim %cst_209, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %820 = stablehlo.multiply %819, %818 : tensor<8x4xf32>
    %821 = stablehlo.subtract %arg98, %820 : tensor<8x4xf32>
    %822:2 = call @leaky_relu(%arg69) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>)
    %823 = stablehlo.multiply %822#0, %arg187 : tensor<8x4xf32>
    %824 = stablehlo.iota dim = 0 : tensor<32xi32>
    %825 = stablehlo.convert %824 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_210 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %826 = stablehlo.broadcast_in_dim %cst_210, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %827 = stablehlo.multiply %826, %825 : tensor<32xf32>
    %828 = stablehlo.cosine %827 : tensor<32xf32>
    %829 = stablehlo.reshape %828 : (tensor<32xf32>) -> tensor<8x4xf32>
    %830 = stablehlo.convert %829 : tensor<8x4xf32>
    %831 = stablehlo.multiply %823, %830 : tensor<8x4xf32>
    %cst_211 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %832 = stablehlo.reduce(%831 init: %cst_211) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_212 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %833 = stablehlo.broadcast_in_dim %cst_212, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %834 = stablehlo.multiply %833, %830 : tensor<8x4xf32>
    %835 = stablehlo.multiply %834, %arg187 : tensor<8x4xf32>
    %836 = call @leaky_relu_21(%822#1, %835) : (tensor<8x4xi1>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_213 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %837 = stablehlo.broadcast_in_dim %cst_213, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %838 = stablehlo.multiply %837, %836 : tensor<8x4xf32>
    %839 = stablehlo.subtract %arg69, %838 : tensor<8x4xf32>
    %840:4 = call @hard_silu(%arg59) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>)
    %841 = stablehlo.multiply %840#0, %arg188 : tensor<8x4xf32>
    %842 = stablehlo.iota dim = 0 : tensor<32xi32>
    %843 = stablehlo.convert %842 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_214 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %844 = stablehlo.broadcast_in_dim %cst_214, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %845 = stablehlo.multiply %844, %843 : tensor<32xf32>
    %846 = stablehlo.cosine %845 : tensor<32xf32>
    %847 = stablehlo.reshape %846 : (tensor<32xf32>) -> tensor<8x4xf32>
    %848 = stablehlo.convert %847 : tensor<8x4xf32>
    %849 = stablehlo.multiply %841, %848 : tensor<8x4xf32>
    %cst_215 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %850 = stablehlo.reduce(%849 init: %cst_215) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_216 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %851 = stablehlo.broadcast_in_dim %cst_216, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %852 = stablehlo.multiply %851, %848 : tensor<8x4xf32>
    %853 = stablehlo.multiply %852, %arg188 : tensor<8x4xf32>
    %854 = call @hard_silu_23(%840#1, %840#2, %840#3, %arg59, %853) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_217 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %855 = stablehlo.broadcast_in_dim %cst_217, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %856 = stablehlo.multiply %855, %854 : tensor<8x4xf32>
    %857 = stablehlo.subtract %arg59, %856 : tensor<8x4xf32>
    %858 = stablehlo.abs %arg0 : tensor<8x4xf32>
    %cst_218 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %859 = stablehlo.broadcast_in_dim %cst_218, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %860 = stablehlo.compare GE, %arg0, %859, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %861 = stablehlo.multiply %858, %arg189 : tensor<8x4xf32>
    %862 = stablehlo.iota dim = 0 : tensor<32xi32>
    %863 = stablehlo.convert %862 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_219 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %864 = stablehlo.broadcast_in_dim %cst_219, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %865 = stablehlo.multiply %864, %863 : tensor<32xf32>
    %866 = stablehlo.cosine %865 : tensor<32xf32>
    %867 = stablehlo.reshape %866 : (tensor<32xf32>) -> tensor<8x4xf32>
    %868 = stablehlo.convert %867 : tensor<8x4xf32>
    %869 = stablehlo.multiply %861, %868 : tensor<8x4xf32>
    %cst_220 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %870 = stablehlo.reduce(%869 init: %cst_220) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_221 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %871 = stablehlo.broadcast_in_dim %cst_221, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %872 = stablehlo.multiply %871, %868 : tensor<8x4xf32>
    %873 = stablehlo.multiply %872, %arg189 : tensor<8x4xf32>
    %cst_222 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %874 = stablehlo.broadcast_in_dim %cst_222, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %875 = stablehlo.select %860, %874, %873 : tensor<8x4xi1>, tensor<8x4xf32>
    %876 = stablehlo.select %860, %873, %874 : tensor<8x4xi1>, tensor<8x4xf32>
    %877 = stablehlo.negate %875 : tensor<8x4xf32>
    %878 = stablehlo.add %876, %877 : tensor<8x4xf32>
    %cst_223 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %879 = stablehlo.broadcast_in_dim %cst_223, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %880 = stablehlo.multiply %879, %878 : tensor<8x4xf32>
    %881 = stablehlo.subtract %arg0, %880 : tensor<8x4xf32>
    %882 = stablehlo.sign %arg112 : tensor<8x4xf32>
    %883 = stablehlo.multiply %882, %arg190 : tensor<8x4xf32>
    %884 = stablehlo.iota dim = 0 : tensor<32xi32>
    %885 = stablehlo.convert %884 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_224 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %886 = stablehlo.broadcast_in_dim %cst_224, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %887 = stablehlo.multiply %886, %885 : tensor<32xf32>
    %888 = stablehlo.cosine %887 : tensor<32xf32>
    %889 = stablehlo.reshape %888 : (tensor<32xf32>) -> tensor<8x4xf32>
    %890 = stablehlo.convert %889 : tensor<8x4xf32>
    %891 = stablehlo.multiply %883, %890 : tensor<8x4xf32>
    %cst_225 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %892 = stablehlo.reduce(%891 init: %cst_225) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_226 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %893 = stablehlo.broadcast_in_dim %cst_226, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_227 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %894 = stablehlo.broadcast_in_dim %cst_227, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %895 = stablehlo.multiply %894, %893 : tensor<8x4xf32>
    %896 = stablehlo.subtract %arg112, %895 : tensor<8x4xf32>
    %897 = stablehlo.floor %arg52 : tensor<8x4xf32>
    %898 = stablehlo.multiply %897, %arg191 : tensor<8x4xf32>
    %899 = stablehlo.iota dim = 0 : tensor<32xi32>
    %900 = stablehlo.convert %899 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_228 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %901 = stablehlo.broadcast_in_dim %cst_228, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %902 = stablehlo.multiply %901, %900 : tensor<32xf32>
    %903 = stablehlo.cosine %902 : tensor<32xf32>
    %904 = stablehlo.reshape %903 : (tensor<32xf32>) -> tensor<8x4xf32>
    %905 = stablehlo.convert %904 : tensor<8x4xf32>
    %906 = stablehlo.multiply %898, %905 : tensor<8x4xf32>
    %cst_229 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %907 = stablehlo.reduce(%906 init: %cst_229) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_230 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %908 = stablehlo.broadcast_in_dim %cst_230, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_231 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %909 = stablehlo.broadcast_in_dim %cst_231, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %910 = stablehlo.multiply %909, %908 : tensor<8x4xf32>
    %911 = stablehlo.subtract %arg52, %910 : tensor<8x4xf32>
    %912 = stablehlo.ceil %arg26 : tensor<8x4xf32>
    %913 = stablehlo.multiply %912, %arg192 : tensor<8x4xf32>
    %914 = stablehlo.iota dim = 0 : tensor<32xi32>
    %915 = stablehlo.convert %914 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_232 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %916 = stablehlo.broadcast_in_dim %cst_232, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %917 = stablehlo.multiply %916, %915 : tensor<32xf32>
    %918 = stablehlo.cosine %917 : tensor<32xf32>
    %919 = stablehlo.reshape %918 : (tensor<32xf32>) -> tensor<8x4xf32>
    %920 = stablehlo.convert %919 : tensor<8x4xf32>
    %921 = stablehlo.multiply %913, %920 : tensor<8x4xf32>
    %cst_233 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %922 = stablehlo.reduce(%921 init: %cst_233) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_234 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %923 = stablehlo.broadcast_in_dim %cst_234, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_235 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %924 = stablehlo.broadcast_in_dim %cst_235, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %925 = stablehlo.multiply %924, %923 : tensor<8x4xf32>
    %926 = stablehlo.subtract %arg26, %925 : tensor<8x4xf32>
    %927 = call @round(%arg104) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %928 = stablehlo.multiply %927, %arg193 : tensor<8x4xf32>
    %929 = stablehlo.iota dim = 0 : tensor<32xi32>
    %930 = stablehlo.convert %929 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_236 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %931 = stablehlo.broadcast_in_dim %cst_236, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %932 = stablehlo.multiply %931, %930 : tensor<32xf32>
    %933 = stablehlo.cosine %932 : tensor<32xf32>
    %934 = stablehlo.reshape %933 : (tensor<32xf32>) -> tensor<8x4xf32>
    %935 = stablehlo.convert %934 : tensor<8x4xf32>
    %936 = stablehlo.multiply %928, %935 : tensor<8x4xf32>
    %cst_237 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %937 = stablehlo.reduce(%936 init: %cst_237) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_238 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %938 = stablehlo.broadcast_in_dim %cst_238, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_239 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %939 = stablehlo.broadcast_in_dim %cst_239, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %940 = stablehlo.multiply %939, %938 : tensor<8x4xf32>
    %941 = stablehlo.subtract %arg104, %940 : tensor<8x4xf32>
    %942 = call @trunc(%arg144) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %943 = stablehlo.multiply %942, %arg194 : tensor<8x4xf32>
    %944 = stablehlo.iota dim = 0 : tensor<32xi32>
    %945 = stablehlo.convert %944 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_240 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %946 = stablehlo.broadcast_in_dim %cst_240, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %947 = stablehlo.multiply %946, %945 : tensor<32xf32>
    %948 = stablehlo.cosine %947 : tensor<32xf32>
    %949 = stablehlo.reshape %948 : (tensor<32xf32>) -> tensor<8x4xf32>
    %950 = stablehlo.convert %949 : tensor<8x4xf32>
    %951 = stablehlo.multiply %943, %950 : tensor<8x4xf32>
    %cst_241 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %952 = stablehlo.reduce(%951 init: %cst_241) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_242 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %953 = stablehlo.broadcast_in_dim %cst_242, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_243 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %954 = stablehlo.broadcast_in_dim %cst_243, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %955 = stablehlo.multiply %954, %953 : tensor<8x4xf32>
    %956 = stablehlo.subtract %arg144, %955 : tensor<8x4xf32>
    %957 = chlo.square %arg126 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_244 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %958 = stablehlo.broadcast_in_dim %cst_244, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %959 = stablehlo.multiply %958, %arg126 : tensor<8x4xf32>
    %960 = stablehlo.multiply %957, %arg195 : tensor<8x4xf32>
    %961 = stablehlo.iota dim = 0 : tensor<32xi32>
    %962 = stablehlo.convert %961 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_245 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %963 = stablehlo.broadcast_in_dim %cst_245, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %964 = stablehlo.multiply %963, %962 : tensor<32xf32>
    %965 = stablehlo.cosine %964 : tensor<32xf32>
    %966 = stablehlo.reshape %965 : (tensor<32xf32>) -> tensor<8x4xf32>
    %967 = stablehlo.convert %966 : tensor<8x4xf32>
    %968 = stablehlo.multiply %960, %967 : tensor<8x4xf32>
    %cst_246 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %969 = stablehlo.reduce(%968 init: %cst_246) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_247 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %970 = stablehlo.broadcast_in_dim %cst_247, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %971 = stablehlo.multiply %970, %967 : tensor<8x4xf32>
    %972 = stablehlo.multiply %971, %arg195 : tensor<8x4xf32>
    %973 = stablehlo.multiply %972, %959 : tensor<8x4xf32>
    %cst_248 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %974 = stablehlo.broadcast_in_dim %cst_248, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %975 = stablehlo.multiply %974, %973 : tensor<8x4xf32>
    %976 = stablehlo.subtract %arg126, %975 : tensor<8x4xf32>
    %977:7 = call @nan_to_num(%arg86) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>)
    %978 = stablehlo.multiply %977#0, %arg196 : tensor<8x4xf32>
    %979 = stablehlo.iota dim = 0 : tensor<32xi32>
    %980 = stablehlo.convert %979 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_249 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %981 = stablehlo.broadcast_in_dim %cst_249, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %982 = stablehlo.multiply %981, %980 : tensor<32xf32>
    %983 = stablehlo.cosine %982 : tensor<32xf32>
    %984 = stablehlo.reshape %983 : (tensor<32xf32>) -> tensor<8x4xf32>
    %985 = stablehlo.convert %984 : tensor<8x4xf32>
    %986 = stablehlo.multiply %978, %985 : tensor<8x4xf32>
    %cst_250 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %987 = stablehlo.reduce(%986 init: %cst_250) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_251 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %988 = stablehlo.broadcast_in_dim %cst_251, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %989 = stablehlo.multiply %988, %985 : tensor<8x4xf32>
    %990 = stablehlo.multiply %989, %arg196 : tensor<8x4xf32>
    %991 = call @nan_to_num_26(%977#1, %977#2, %977#3, %977#4, %977#5, %977#6, %990) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_252 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %992 = stablehlo.broadcast_in_dim %cst_252, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %993 = stablehlo.multiply %992, %991 : tensor<8x4xf32>
    %994 = stablehlo.subtract %arg86, %993 : tensor<8x4xf32>
    %995 = stablehlo.abs %arg197 : tensor<8x4xf32>
    %cst_253 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %996 = stablehlo.broadcast_in_dim %cst_253, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %997 = stablehlo.add %995, %996 : tensor<8x4xf32>
    %998 = stablehlo.divide %arg38, %997 : tensor<8x4xf32>
    %999 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1000 = stablehlo.convert %999 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_254 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1001 = stablehlo.broadcast_in_dim %cst_254, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1002 = stablehlo.multiply %1001, %1000 : tensor<32xf32>
    %1003 = stablehlo.cosine %1002 : tensor<32xf32>
    %1004 = stablehlo.reshape %1003 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1005 = stablehlo.convert %1004 : tensor<8x4xf32>
    %1006 = stablehlo.multiply %998, %1005 : tensor<8x4xf32>
    %cst_255 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1007 = stablehlo.reduce(%1006 init: %cst_255) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_256 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1008 = stablehlo.broadcast_in_dim %cst_256, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1009 = stablehlo.multiply %1008, %1005 : tensor<8x4xf32>
    %1010 = stablehlo.divide %1009, %997 : tensor<8x4xf32>
    %cst_257 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1011 = stablehlo.broadcast_in_dim %cst_257, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1012 = stablehlo.multiply %1011, %1010 : tensor<8x4xf32>
    %1013 = stablehlo.subtract %arg38, %1012 : tensor<8x4xf32>
    %1014 = stablehlo.abs %arg94 : tensor<8x4xf32>
    %cst_258 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1015 = stablehlo.broadcast_in_dim %cst_258, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1016 = stablehlo.compare GE, %arg94, %1015, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_259 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1017 = stablehlo.broadcast_in_dim %cst_259, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1018 = stablehlo.add %1014, %1017 : tensor<8x4xf32>
    %1019 = stablehlo.power %1018, %arg198 : tensor<8x4xf32>
    %cst_260 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1020 = stablehlo.broadcast_in_dim %cst_260, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1021 = stablehlo.subtract %arg198, %1020 : tensor<8x4xf32>
    %1022 = stablehlo.power %1018, %1021 : tensor<8x4xf32>
    %1023 = stablehlo.multiply %arg198, %1022 : tensor<8x4xf32>
    %1024 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1025 = stablehlo.convert %1024 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_261 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1026 = stablehlo.broadcast_in_dim %cst_261, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1027 = stablehlo.multiply %1026, %1025 : tensor<32xf32>
    %1028 = stablehlo.cosine %1027 : tensor<32xf32>
    %1029 = stablehlo.reshape %1028 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1030 = stablehlo.convert %1029 : tensor<8x4xf32>
    %1031 = stablehlo.multiply %1019, %1030 : tensor<8x4xf32>
    %cst_262 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1032 = stablehlo.reduce(%1031 init: %cst_262) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_263 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1033 = stablehlo.broadcast_in_dim %cst_263, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1034 = stablehlo.multiply %1033, %1030 : tensor<8x4xf32>
    %1035 = stablehlo.multiply %1034, %1023 : tensor<8x4xf32>
    %cst_264 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1036 = stablehlo.broadcast_in_dim %cst_264, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1037 = stablehlo.select %1016, %1036, %1035 : tensor<8x4xi1>, tensor<8x4xf32>
    %1038 = stablehlo.select %1016, %1035, %1036 : tensor<8x4xi1>, tensor<8x4xf32>
    %1039 = stablehlo.negate %1037 : tensor<8x4xf32>
    %1040 = stablehlo.add %1038, %1039 : tensor<8x4xf32>
    %cst_265 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1041 = stablehlo.broadcast_in_dim %cst_265, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1042 = stablehlo.multiply %1041, %1040 : tensor<8x4xf32>
    %1043 = stablehlo.subtract %arg94, %1042 : tensor<8x4xf32>
    %1044 = stablehlo.atan2 %arg12, %arg199 : tensor<8x4xf32>
    %1045 = chlo.square %arg12 : tensor<8x4xf32> -> tensor<8x4xf32>
    %1046 = chlo.square %arg199 : tensor<8x4xf32> -> tensor<8x4xf32>
    %1047 = stablehlo.add %1045, %1046 : tensor<8x4xf32>
    %1048 = stablehlo.divide %arg199, %1047 : tensor<8x4xf32>
    %1049 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1050 = stablehlo.convert %1049 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_266 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1051 = stablehlo.broadcast_in_dim %cst_266, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1052 = stablehlo.multiply %1051, %1050 : tensor<32xf32>
    %1053 = stablehlo.cosine %1052 : tensor<32xf32>
    %1054 = stablehlo.reshape %1053 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1055 = stablehlo.convert %1054 : tensor<8x4xf32>
    %1056 = stablehlo.multiply %1044, %1055 : tensor<8x4xf32>
    %cst_267 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1057 = stablehlo.reduce(%1056 init: %cst_267) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_268 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1058 = stablehlo.broadcast_in_dim %cst_268, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1059 = stablehlo.multiply %1058, %1055 : tensor<8x4xf32>
    %1060 = stablehlo.multiply %1059, %1048 : tensor<8x4xf32>
    %cst_269 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1061 = stablehlo.broadcast_in_dim %cst_269, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1062 = stablehlo.multiply %1061, %1060 : tensor<8x4xf32>
    %1063 = stablehlo.subtract %arg12, %1062 : tensor<8x4xf32>
    %1064 = stablehlo.maximum %arg79, %arg200 : tensor<8x4xf32>
    %1065 = stablehlo.compare EQ, %arg79, %1064, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_270 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1066 = stablehlo.broadcast_in_dim %cst_270, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_271 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1067 = stablehlo.broadcast_in_dim %cst_271, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1068 = stablehlo.select %1065, %1066, %1067 : tensor<8x4xi1>, tensor<8x4xf32>
    %1069 = stablehlo.compare EQ, %arg200, %1064, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_272 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %1070 = stablehlo.broadcast_in_dim %cst_272, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_273 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1071 = stablehlo.broadcast_in_dim %cst_273, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1072 = stablehlo.select %1069, %1070, %1071 : tensor<8x4xi1>, tensor<8x4xf32>
    %1073 = stablehlo.divide %1068, %1072 : tensor<8x4xf32>
    %1074 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1075 = stablehlo.convert %1074 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_274 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1076 = stablehlo.broadcast_in_dim %cst_274, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1077 = stablehlo.multiply %1076, %1075 : tensor<32xf32>
    %1078 = stablehlo.cosine %1077 : tensor<32xf32>
    %1079 = stablehlo.reshape %1078 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1080 = stablehlo.convert %1079 : tensor<8x4xf32>
    %1081 = stablehlo.multiply %1064, %1080 : tensor<8x4xf32>
    %cst_275 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1082 = stablehlo.reduce(%1081 init: %cst_275) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_276 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1083 = stablehlo.broadcast_in_dim %cst_276, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1084 = stablehlo.multiply %1083, %1080 : tensor<8x4xf32>
    %1085 = stablehlo.multiply %1084, %1073 : tensor<8x4xf32>
    %cst_277 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1086 = stablehlo.broadcast_in_dim %cst_277, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1087 = stablehlo.multiply %1086, %1085 : tensor<8x4xf32>
    %1088 = stablehlo.subtract %arg79, %1087 : tensor<8x4xf32>
    %1089 = stablehlo.minimum %arg82, %arg201 : tensor<8x4xf32>
    %1090 = stablehlo.compare EQ, %arg82, %1089, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_278 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1091 = stablehlo.broadcast_in_dim %cst_278, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_279 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1092 = stablehlo.broadcast_in_dim %cst_279, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1093 = stablehlo.select %1090, %1091, %1092 : tensor<8x4xi1>, tensor<8x4xf32>
    %1094 = stablehlo.compare EQ, %arg201, %1089, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_280 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %1095 = stablehlo.broadcast_in_dim %cst_280, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_281 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1096 = stablehlo.broadcast_in_dim %cst_281, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1097 = stablehlo.select %1094, %1095, %1096 : tensor<8x4xi1>, tensor<8x4xf32>
    %1098 = stablehlo.divide %1093, %1097 : tensor<8x4xf32>
    %1099 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1100 = stablehlo.convert %1099 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_282 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1101 = stablehlo.broadcast_in_dim %cst_282, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1102 = stablehlo.multiply %1101, %1100 : tensor<32xf32>
    %1103 = stablehlo.cosine %1102 : tensor<32xf32>
    %1104 = stablehlo.reshape %1103 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1105 = stablehlo.convert %1104 : tensor<8x4xf32>
    %1106 = stablehlo.multiply %1089, %1105 : tensor<8x4xf32>
    %cst_283 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1107 = stablehlo.reduce(%1106 init: %cst_283) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_284 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1108 = stablehlo.broadcast_in_dim %cst_284, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1109 = stablehlo.multiply %1108, %1105 : tensor<8x4xf32>
    %1110 = stablehlo.multiply %1109, %1098 : tensor<8x4xf32>
    %cst_285 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1111 = stablehlo.broadcast_in_dim %cst_285, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1112 = stablehlo.multiply %1111, %1110 : tensor<8x4xf32>
    %1113 = stablehlo.subtract %arg82, %1112 : tensor<8x4xf32>
    %1114 = stablehlo.abs %arg202 : tensor<8x4xf32>
    %cst_286 = stablehlo.constant dense<3.000000e-01> : tensor<f32>
    %1115 = stablehlo.broadcast_in_dim %cst_286, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1116 = stablehlo.add %1114, %1115 : tensor<8x4xf32>
    %1117:2 = call @remainder(%arg99, %1116) : (tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>)
    %1118 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1119 = stablehlo.convert %1118 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_287 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1120 = stablehlo.broadcast_in_dim %cst_287, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1121 = stablehlo.multiply %1120, %1119 : tensor<32xf32>
    %1122 = stablehlo.cosine %1121 : tensor<32xf32>
    %1123 = stablehlo.reshape %1122 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1124 = stablehlo.convert %1123 : tensor<8x4xf32>
    %1125 = stablehlo.multiply %1117#0, %1124 : tensor<8x4xf32>
    %cst_288 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1126 = stablehlo.reduce(%1125 init: %cst_288) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_289 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1127 = stablehlo.broadcast_in_dim %cst_289, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1128 = stablehlo.multiply %1127, %1124 : tensor<8x4xf32>
    %1129 = call @remainder_27(%1117#1, %1128) : (tensor<8x4xi1>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_290 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1130 = stablehlo.broadcast_in_dim %cst_290, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1131 = stablehlo.multiply %1130, %1129 : tensor<8x4xf32>
    %1132 = stablehlo.subtract %arg99, %1131 : tensor<8x4xf32>
    %1133 = stablehlo.abs %arg203 : tensor<8x4xf32>
    %cst_291 = stablehlo.constant dense<3.000000e-01> : tensor<f32>
    %1134 = stablehlo.broadcast_in_dim %cst_291, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1135 = stablehlo.add %1133, %1134 : tensor<8x4xf32>
    %1136 = call @fmod(%arg54, %1135) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1137 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1138 = stablehlo.convert %1137 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_292 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1139 = stablehlo.broadcast_in_dim %cst_292, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1140 = stablehlo.multiply %1139, %1138 : tensor<32xf32>
    %1141 = stablehlo.cosine %1140 : tensor<32xf32>
    %1142 = stablehlo.reshape %1141 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1143 = stablehlo.convert %1142 : tensor<8x4xf32>
    %1144 = stablehlo.multiply %1136, %1143 : tensor<8x4xf32>
    %cst_293 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1145 = stablehlo.reduce(%1144 init: %cst_293) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_294 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1146 = stablehlo.broadcast_in_dim %cst_294, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1147 = stablehlo.multiply %1146, %1143 : tensor<8x4xf32>
    %1148 = call @fmod_28(%1147) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_295 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1149 = stablehlo.broadcast_in_dim %cst_295, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1150 = stablehlo.multiply %1149, %1148 : tensor<8x4xf32>
    %1151 = stablehlo.subtract %arg54, %1150 : tensor<8x4xf32>
    %1152:16 = call @hypot(%arg60, %arg204) : (tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xf32>)
    %1153 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1154 = stablehlo.convert %1153 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_296 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1155 = stablehlo.broadcast_in_dim %cst_296, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1156 = stablehlo.multiply %1155, %1154 : tensor<32xf32>
    %1157 = stablehlo.cosine %1156 : tensor<32xf32>
    %1158 = stablehlo.reshape %1157 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1159 = stablehlo.convert %1158 : tensor<8x4xf32>
    %1160 = stablehlo.multiply %1152#0, %1159 : tensor<8x4xf32>
    %cst_297 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1161 = stablehlo.reduce(%1160 init: %cst_297) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_298 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1162 = stablehlo.broadcast_in_dim %cst_298, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1163 = stablehlo.multiply %1162, %1159 : tensor<8x4xf32>
    %1164 = call @hypot_30(%1152#1, %1152#2, %1152#3, %1152#4, %1152#5, %1152#6, %1152#7, %1152#8, %1152#9, %1152#10, %1152#11, %1152#12, %1152#13, %1152#14, %1152#15, %1163) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_299 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1165 = stablehlo.broadcast_in_dim %cst_299, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1166 = stablehlo.multiply %1165, %1164 : tensor<8x4xf32>
    %1167 = stablehlo.subtract %arg60, %1166 : tensor<8x4xf32>
    %cst_300 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1168 = stablehlo.broadcast_in_dim %cst_300, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1169 = stablehlo.maximum %arg74, %arg205 : tensor<8x4xf32>
    %1170 = stablehlo.subtract %arg74, %arg205 : tensor<8x4xf32>
    %1171 = stablehlo.compare NE, %1170, %1170, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %1172 = stablehlo.add %arg74, %arg205 : tensor<8x4xf32>
    %1173 = stablehlo.abs %1170 : tensor<8x4xf32>
    %1174 = stablehlo.negate %1173 : tensor<8x4xf32>
    %1175 = stablehlo.exponential %1174 : tensor<8x4xf32>
    %1176 = stablehlo.log_plus_one %1175 : tensor<8x4xf32>
    %1177 = stablehlo.add %1169, %1176 : tensor<8x4xf32>
    %1178 = stablehlo.select %1171, %1172, %1177 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_301 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %1179 = stablehlo.broadcast_in_dim %cst_301, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1180 = stablehlo.compare EQ, %arg74, %1179, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_302 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1181 = stablehlo.broadcast_in_dim %cst_302, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1182 = stablehlo.select %1180, %1181, %arg74 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_303 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %1183 = stablehlo.broadcast_in_dim %cst_303, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1184 = stablehlo.compare EQ, %1178, %1183, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_304 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1185 = stablehlo.broadcast_in_dim %cst_304, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1186 = stablehlo.select %1184, %1185, %1178 : tensor<8x4xi1>, tensor<8x4xf32>
    %1187 = stablehlo.subtract %1182, %1186 : tensor<8x4xf32>
    %1188 = stablehlo.exponential %1187 : tensor<8x4xf32>
    %cst_305 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %1189 = stablehlo.broadcast_in_dim %cst_305, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1190 = stablehlo.compare EQ, %arg205, %1189, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_306 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1191 = stablehlo.broadcast_in_dim %cst_306, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1192 = stablehlo.select %1190, %1191, %arg205 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_307 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %1193 = stablehlo.broadcast_in_dim %cst_307, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1194 = stablehlo.compare EQ, %1178, %1193, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_308 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1195 = stablehlo.broadcast_in_dim %cst_308, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1196 = stablehlo.select %1194, %1195, %1178 : tensor<8x4xi1>, tensor<8x4xf32>
    %1197 = stablehlo.subtract %1192, %1196 : tensor<8x4xf32>
    %1198 = stablehlo.exponential %1197 : tensor<8x4xf32>
    %1199 = stablehlo.multiply %1168, %1198 : tensor<8x4xf32>
    %1200 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1201 = stablehlo.convert %1200 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_309 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1202 = stablehlo.broadcast_in_dim %cst_309, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1203 = stablehlo.multiply %1202, %1201 : tensor<32xf32>
    %1204 = stablehlo.cosine %1203 : tensor<32xf32>
    %1205 = stablehlo.reshape %1204 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1206 = stablehlo.convert %1205 : tensor<8x4xf32>
    %1207 = stablehlo.multiply %1178, %1206 : tensor<8x4xf32>
    %cst_310 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1208 = stablehlo.reduce(%1207 init: %cst_310) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_311 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1209 = stablehlo.broadcast_in_dim %cst_311, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1210 = stablehlo.multiply %1209, %1206 : tensor<8x4xf32>
    %1211 = stablehlo.multiply %1210, %1188 : tensor<8x4xf32>
    %cst_312 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1212 = stablehlo.broadcast_in_dim %cst_312, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1213 = stablehlo.multiply %1212, %1211 : tensor<8x4xf32>
    %1214 = stablehlo.subtract %arg74, %1213 : tensor<8x4xf32>
    %1215 = stablehlo.abs %arg206 : tensor<8x4xf32>
    %cst_313 = stablehlo.constant dense<3.000000e-01> : tensor<f32>
    %1216 = stablehlo.broadcast_in_dim %cst_313, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1217 = stablehlo.add %1215, %1216 : tensor<8x4xf32>
    %1218 = call @floor_divide(%arg53, %1217) : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1219 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1220 = stablehlo.convert %1219 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_314 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1221 = stablehlo.broadcast_in_dim %cst_314, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1222 = stablehlo.multiply %1221, %1220 : tensor<32xf32>
    %1223 = stablehlo.cosine %1222 : tensor<32xf32>
    %1224 = stablehlo.reshape %1223 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1225 = stablehlo.convert %1224 : tensor<8x4xf32>
    %1226 = stablehlo.multiply %1218, %1225 : tensor<8x4xf32>
    %cst_315 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1227 = stablehlo.reduce(%1226 init: %cst_315) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_316 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1228 = stablehlo.broadcast_in_dim %cst_316, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_317 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1229 = stablehlo.broadcast_in_dim %cst_317, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1230 = stablehlo.multiply %1229, %1228 : tensor<8x4xf32>
    %1231 = stablehlo.subtract %arg53, %1230 : tensor<8x4xf32>
    %1232:4 = call @copysign(%arg32, %arg207) : (tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xi1>)
    %1233 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1234 = stablehlo.convert %1233 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_318 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1235 = stablehlo.broadcast_in_dim %cst_318, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1236 = stablehlo.multiply %1235, %1234 : tensor<32xf32>
    %1237 = stablehlo.cosine %1236 : tensor<32xf32>
    %1238 = stablehlo.reshape %1237 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1239 = stablehlo.convert %1238 : tensor<8x4xf32>
    %1240 = stablehlo.multiply %1232#0, %1239 : tensor<8x4xf32>
    %cst_319 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1241 = stablehlo.reduce(%1240 init: %cst_319) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_320 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1242 = stablehlo.broadcast_in_dim %cst_320, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1243 = stablehlo.multiply %1242, %1239 : tensor<8x4xf32>
    %1244 = call @copysign_32(%1232#1, %1232#2, %1232#3, %1243) : (tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_321 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1245 = stablehlo.broadcast_in_dim %cst_321, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1246 = stablehlo.multiply %1245, %1244 : tensor<8x4xf32>
    %1247 = stablehlo.subtract %arg32, %1246 : tensor<8x4xf32>
    %cst_322 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1248 = stablehlo.broadcast_in_dim %cst_322, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1249 = stablehlo.compare GT, %arg208, %1248, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %1250:2 = call @_where_33(%1249, %arg151, %arg208) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %1251 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1252 = stablehlo.convert %1251 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_323 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1253 = stablehlo.broadcast_in_dim %cst_323, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1254 = stablehlo.multiply %1253, %1252 : tensor<32xf32>
    %1255 = stablehlo.cosine %1254 : tensor<32xf32>
    %1256 = stablehlo.reshape %1255 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1257 = stablehlo.convert %1256 : tensor<8x4xf32>
    %1258 = stablehlo.multiply %1250#0, %1257 : tensor<8x4xf32>
    %cst_324 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1259 = stablehlo.reduce(%1258 init: %cst_324) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_325 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1260 = stablehlo.broadcast_in_dim %cst_325, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1261 = stablehlo.multiply %1260, %1257 : tensor<8x4xf32>
    %1262 = call @_where_34(%1249, %1250#1, %1261) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_326 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1263 = stablehlo.broadcast_in_dim %cst_326, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1264 = stablehlo.multiply %1263, %1262 : tensor<8x4xf32>
    %1265 = stablehlo.subtract %arg151, %1264 : tensor<8x4xf32>
    %cst_327 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %cst_328 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %1266:3 = call @clip(%arg28, %cst_327, %cst_328) : (tensor<8x4xf32>, tensor<f32>, tensor<f32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %1267 = stablehlo.multiply %1266#0, %arg209 : tensor<8x4xf32>
    %1268 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1269 = stablehlo.convert %1268 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_329 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1270 = stablehlo.broadcast_in_dim %cst_329, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1271 = stablehlo.multiply %1270, %1269 : tensor<32xf32>
    %1272 = stablehlo.cosine %1271 : tensor<32xf32>
    %1273 = stablehlo.reshape %1272 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1274 = stablehlo.convert %1273 : tensor<8x4xf32>
    %1275 = stablehlo.multiply %1267, %1274 : tensor<8x4xf32>
    %cst_330 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1276 = stablehlo.reduce(%1275 init: %cst_330) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_331 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1277 = stablehlo.broadcast_in_dim %cst_331, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1278 = stablehlo.multiply %1277, %1274 : tensor<8x4xf32>
    %1279 = stablehlo.multiply %1278, %arg209 : tensor<8x4xf32>
    %1280 = call @clip_35(%1266#1, %1266#2, %1279) : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_332 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1281 = stablehlo.broadcast_in_dim %cst_332, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1282 = stablehlo.multiply %1281, %1280 : tensor<8x4xf32>
    %1283 = stablehlo.subtract %arg28, %1282 : tensor<8x4xf32>
    %1284 = stablehlo.abs %arg210 : tensor<8x4xf32>
    %cst_333 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %1285 = stablehlo.broadcast_in_dim %cst_333, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1286 = stablehlo.multiply %1284, %1285 : tensor<8x4xf32>
    %1287 = stablehlo.convert %1286 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_334 = stablehlo.constant dense<3> : tensor<i32>
    %1288 = call @remainder_36(%1287, %c_334) : (tensor<8x4xi32>, tensor<i32>) -> tensor<8x4xi32>
    %1289 = stablehlo.multiply %arg107, %arg210 : tensor<8x4xf32>
    %c_335 = stablehlo.constant dense<1> : tensor<i32>
    %1290 = stablehlo.broadcast_in_dim %c_335, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %1291 = stablehlo.compare LT, %1288, %1290, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %c_336 = stablehlo.constant dense<2> : tensor<i32>
    %1292 = stablehlo.broadcast_in_dim %c_336, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %1293 = stablehlo.compare LT, %1288, %1292, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %1294 = stablehlo.select %1293, %arg210, %1289 : tensor<8x4xi1>, tensor<8x4xf32>
    %1295 = stablehlo.select %1291, %arg107, %1294 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_337 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1296 = stablehlo.broadcast_in_dim %cst_337, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1297 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1298 = stablehlo.convert %1297 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_338 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1299 = stablehlo.broadcast_in_dim %cst_338, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1300 = stablehlo.multiply %1299, %1298 : tensor<32xf32>
    %1301 = stablehlo.cosine %1300 : tensor<32xf32>
    %1302 = stablehlo.reshape %1301 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1303 = stablehlo.convert %1302 : tensor<8x4xf32>
    %1304 = stablehlo.multiply %1295, %1303 : tensor<8x4xf32>
    %cst_339 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1305 = stablehlo.reduce(%1304 init: %cst_339) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_340 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1306 = stablehlo.broadcast_in_dim %cst_340, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1307 = stablehlo.multiply %1306, %1303 : tensor<8x4xf32>
    %cst_341 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1308 = stablehlo.broadcast_in_dim %cst_341, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %c_342 = stablehlo.constant dense<0> : tensor<i32>
    %1309 = stablehlo.broadcast_in_dim %c_342, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %1310 = stablehlo.compare EQ, %1288, %1309, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %1311 = stablehlo.select %1310, %1307, %1308 : tensor<8x4xi1>, tensor<8x4xf32>
    %c_343 = stablehlo.constant dense<2> : tensor<i32>
    %1312 = stablehlo.broadcast_in_dim %c_343, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %1313 = stablehlo.compare EQ, %1288, %1312, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %1314 = stablehlo.select %1313, %1307, %1308 : tensor<8x4xi1>, tensor<8x4xf32>
    %1315 = stablehlo.multiply %1314, %arg210 : tensor<8x4xf32>
    %1316 = stablehlo.add %1311, %1315 : tensor<8x4xf32>
    %cst_344 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1317 = stablehlo.broadcast_in_dim %cst_344, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1318 = stablehlo.multiply %1317, %1316 : tensor<8x4xf32>
    %1319 = stablehlo.subtract %arg107, %1318 : tensor<8x4xf32>
    %1320 = stablehlo.add %arg19, %arg211 : tensor<8x4xf32>
    %1321 = stablehlo.convert %1320 : (tensor<8x4xf32>) -> tensor<8x4xbf16>
    %1322 = stablehlo.convert %1321 : (tensor<8x4xbf16>) -> tensor<8x4xf32>
    %1323 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1324 = stablehlo.convert %1323 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_345 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1325 = stablehlo.broadcast_in_dim %cst_345, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1326 = stablehlo.multiply %1325, %1324 : tensor<32xf32>
    %1327 = stablehlo.cosine %1326 : tensor<32xf32>
    %1328 = stablehlo.reshape %1327 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1329 = stablehlo.convert %1328 : tensor<8x4xf32>
    %1330 = stablehlo.multiply %1322, %1329 : tensor<8x4xf32>
    %cst_346 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1331 = stablehlo.reduce(%1330 init: %cst_346) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_347 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1332 = stablehlo.broadcast_in_dim %cst_347, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1333 = stablehlo.multiply %1332, %1329 : tensor<8x4xf32>
    %1334 = stablehlo.convert %1333 : (tensor<8x4xf32>) -> tensor<8x4xbf16>
    %1335 = stablehlo.convert %1334 : (tensor<8x4xbf16>) -> tensor<8x4xf32>
    %cst_348 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1336 = stablehlo.broadcast_in_dim %cst_348, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1337 = stablehlo.multiply %1336, %1335 : tensor<8x4xf32>
    %1338 = stablehlo.subtract %arg19, %1337 : tensor<8x4xf32>
    %1339 = stablehlo.convert %arg49 : (tensor<8x4xf32>) -> tensor<8x4xf16>
    %1340 = stablehlo.convert %arg212 : (tensor<8x4xf32>) -> tensor<8x4xf16>
    %1341 = stablehlo.add %1339, %1340 : tensor<8x4xf16>
    %1342 = stablehlo.convert %1341 : (tensor<8x4xf16>) -> tensor<8x4xf32>
    %1343 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1344 = stablehlo.convert %1343 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_349 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1345 = stablehlo.broadcast_in_dim %cst_349, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1346 = stablehlo.multiply %1345, %1344 : tensor<32xf32>
    %1347 = stablehlo.cosine %1346 : tensor<32xf32>
    %1348 = stablehlo.reshape %1347 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1349 = stablehlo.convert %1348 : tensor<8x4xf32>
    %1350 = stablehlo.multiply %1342, %1349 : tensor<8x4xf32>
    %cst_350 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1351 = stablehlo.reduce(%1350 init: %cst_350) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_351 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1352 = stablehlo.broadcast_in_dim %cst_351, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1353 = stablehlo.multiply %1352, %1349 : tensor<8x4xf32>
    %1354 = stablehlo.convert %1353 : (tensor<8x4xf32>) -> tensor<8x4xf16>
    %1355 = stablehlo.convert %1354 : (tensor<8x4xf16>) -> tensor<8x4xf32>
    %cst_352 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1356 = stablehlo.broadcast_in_dim %cst_352, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1357 = stablehlo.multiply %1356, %1355 : tensor<8x4xf32>
    %1358 = stablehlo.subtract %arg49, %1357 : tensor<8x4xf32>
    %1359 = stablehlo.multiply %arg129, %arg213 : tensor<8x4xf32>
    %cst_353 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1360 = stablehlo.reduce(%1359 init: %cst_353) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %1361 = stablehlo.iota dim = 0 : tensor<1xi32>
    %1362 = stablehlo.convert %1361 : (tensor<1xi32>) -> tensor<1xf32>
    %cst_354 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1363 = stablehlo.broadcast_in_dim %cst_354, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %1364 = stablehlo.multiply %1363, %1362 : tensor<1xf32>
    %1365 = stablehlo.cosine %1364 : tensor<1xf32>
    %1366 = stablehlo.reshape %1365 : (tensor<1xf32>) -> tensor<f32>
    %1367 = stablehlo.convert %1366 : tensor<f32>
    %1368 = stablehlo.multiply %1360, %1367 : tensor<f32>
    %cst_355 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1369 = stablehlo.reduce(%1368 init: %cst_355) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %cst_356 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1370 = stablehlo.multiply %cst_356, %1367 : tensor<f32>
    %1371 = stablehlo.broadcast_in_dim %1370, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1372 = stablehlo.multiply %1371, %arg213 : tensor<8x4xf32>
    %cst_357 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1373 = stablehlo.broadcast_in_dim %cst_357, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1374 = stablehlo.multiply %1373, %1372 : tensor<8x4xf32>
    %1375 = stablehlo.subtract %arg129, %1374 : tensor<8x4xf32>
    %1376 = stablehlo.multiply %arg131, %arg214 : tensor<8x4xf32>
    %cst_358 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1377 = stablehlo.reduce(%1376 init: %cst_358) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %1378 = stablehlo.iota dim = 0 : tensor<4xi32>
    %1379 = stablehlo.convert %1378 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_359 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1380 = stablehlo.broadcast_in_dim %cst_359, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1381 = stablehlo.multiply %1380, %1379 : tensor<4xf32>
    %1382 = stablehlo.cosine %1381 : tensor<4xf32>
    %1383 = stablehlo.convert %1382 : tensor<4xf32>
    %1384 = stablehlo.multiply %1377, %1383 : tensor<4xf32>
    %cst_360 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1385 = stablehlo.reduce(%1384 init: %cst_360) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_361 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1386 = stablehlo.broadcast_in_dim %cst_361, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1387 = stablehlo.multiply %1386, %1383 : tensor<4xf32>
    %1388 = stablehlo.broadcast_in_dim %1387, dims = [1] : (tensor<4xf32>) -> tensor<8x4xf32>
    %1389 = stablehlo.multiply %1388, %arg214 : tensor<8x4xf32>
    %cst_362 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1390 = stablehlo.broadcast_in_dim %cst_362, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1391 = stablehlo.multiply %1390, %1389 : tensor<8x4xf32>
    %1392 = stablehlo.subtract %arg131, %1391 : tensor<8x4xf32>
    %1393 = stablehlo.multiply %arg80, %arg215 : tensor<8x4xf32>
    %cst_363 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1394 = stablehlo.reduce(%1393 init: %cst_363) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %cst_364 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %1395 = stablehlo.broadcast_in_dim %cst_364, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1396 = stablehlo.divide %1394, %1395 : tensor<8xf32>
    %1397 = stablehlo.iota dim = 0 : tensor<8xi32>
    %1398 = stablehlo.convert %1397 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_365 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1399 = stablehlo.broadcast_in_dim %cst_365, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1400 = stablehlo.multiply %1399, %1398 : tensor<8xf32>
    %1401 = stablehlo.cosine %1400 : tensor<8xf32>
    %1402 = stablehlo.convert %1401 : tensor<8xf32>
    %1403 = stablehlo.multiply %1396, %1402 : tensor<8xf32>
    %cst_366 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1404 = stablehlo.reduce(%1403 init: %cst_366) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_367 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1405 = stablehlo.broadcast_in_dim %cst_367, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1406 = stablehlo.multiply %1405, %1402 : tensor<8xf32>
    %cst_368 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %1407 = stablehlo.broadcast_in_dim %cst_368, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1408 = stablehlo.divide %1406, %1407 : tensor<8xf32>
    %1409 = stablehlo.broadcast_in_dim %1408, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %1410 = stablehlo.multiply %1409, %arg215 : tensor<8x4xf32>
    %cst_369 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1411 = stablehlo.broadcast_in_dim %cst_369, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1412 = stablehlo.multiply %1411, %1410 : tensor<8x4xf32>
    %1413 = stablehlo.subtract %arg80, %1412 : tensor<8x4xf32>
    %1414 = stablehlo.multiply %arg77, %arg216 : tensor<8x4xf32>
    %cst_370 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1415 = stablehlo.reduce(%1414 init: %cst_370) applies stablehlo.maximum across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %1416 = stablehlo.reshape %1415 : (tensor<4xf32>) -> tensor<1x4xf32>
    %1417 = stablehlo.broadcast_in_dim %1416, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %1418 = stablehlo.compare EQ, %1414, %1417, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %1419 = stablehlo.convert %1418 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %cst_371 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1420 = stablehlo.reduce(%1419 init: %cst_371) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %1421 = stablehlo.iota dim = 0 : tensor<4xi32>
    %1422 = stablehlo.convert %1421 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_372 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1423 = stablehlo.broadcast_in_dim %cst_372, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1424 = stablehlo.multiply %1423, %1422 : tensor<4xf32>
    %1425 = stablehlo.cosine %1424 : tensor<4xf32>
    %1426 = stablehlo.convert %1425 : tensor<4xf32>
    %1427 = stablehlo.multiply %1415, %1426 : tensor<4xf32>
    %cst_373 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1428 = stablehlo.reduce(%1427 init: %cst_373) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_374 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1429 = stablehlo.broadcast_in_dim %cst_374, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1430 = stablehlo.multiply %1429, %1426 : tensor<4xf32>
    %1431 = stablehlo.divide %1430, %1420 : tensor<4xf32>
    %1432 = stablehlo.broadcast_in_dim %1431, dims = [1] : (tensor<4xf32>) -> tensor<8x4xf32>
    %1433 = stablehlo.multiply %1432, %1419 : tensor<8x4xf32>
    %1434 = stablehlo.multiply %1433, %arg216 : tensor<8x4xf32>
    %cst_375 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1435 = stablehlo.broadcast_in_dim %cst_375, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1436 = stablehlo.multiply %1435, %1434 : tensor<8x4xf32>
    %1437 = stablehlo.subtract %arg77, %1436 : tensor<8x4xf32>
    %1438 = stablehlo.multiply %arg81, %arg217 : tensor<8x4xf32>
    %cst_376 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %1439 = stablehlo.reduce(%1438 init: %cst_376) applies stablehlo.minimum across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1440 = stablehlo.reshape %1439 : (tensor<8xf32>) -> tensor<8x1xf32>
    %1441 = stablehlo.broadcast_in_dim %1440, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1442 = stablehlo.compare EQ, %1438, %1441, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %1443 = stablehlo.convert %1442 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %cst_377 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1444 = stablehlo.reduce(%1443 init: %cst_377) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1445 = stablehlo.iota dim = 0 : tensor<8xi32>
    %1446 = stablehlo.convert %1445 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_378 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1447 = stablehlo.broadcast_in_dim %cst_378, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1448 = stablehlo.multiply %1447, %1446 : tensor<8xf32>
    %1449 = stablehlo.cosine %1448 : tensor<8xf32>
    %1450 = stablehlo.convert %1449 : tensor<8xf32>
    %1451 = stablehlo.multiply %1439, %1450 : tensor<8xf32>
    %cst_379 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1452 = stablehlo.reduce(%1451 init: %cst_379) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_380 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1453 = stablehlo.broadcast_in_dim %cst_380, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1454 = stablehlo.multiply %1453, %1450 : tensor<8xf32>
    %1455 = stablehlo.divide %1454, %1444 : tensor<8xf32>
    %1456 = stablehlo.broadcast_in_dim %1455, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %1457 = stablehlo.multiply %1456, %1443 : tensor<8x4xf32>
    %1458 = stablehlo.multiply %1457, %arg217 : tensor<8x4xf32>
    %cst_381 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1459 = stablehlo.broadcast_in_dim %cst_381, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1460 = stablehlo.multiply %1459, %1458 : tensor<8x4xf32>
    %1461 = stablehlo.subtract %arg81, %1460 : tensor<8x4xf32>
    %1462 = stablehlo.multiply %arg95, %arg218 : tensor<8x4xf32>
    %1463 = stablehlo.slice %1462 [0:4, 0:4] : (tensor<8x4xf32>) -> tensor<4x4xf32>
    %1464 = stablehlo.slice %1462 [4:8, 0:4] : (tensor<8x4xf32>) -> tensor<4x4xf32>
    %1465 = stablehlo.multiply %1463, %1464 : tensor<4x4xf32>
    %1466 = stablehlo.slice %1465 [0:2, 0:4] : (tensor<4x4xf32>) -> tensor<2x4xf32>
    %1467 = stablehlo.slice %1465 [2:4, 0:4] : (tensor<4x4xf32>) -> tensor<2x4xf32>
    %1468 = stablehlo.multiply %1466, %1467 : tensor<2x4xf32>
    %1469 = stablehlo.slice %1468 [0:1, 0:4] : (tensor<2x4xf32>) -> tensor<1x4xf32>
    %1470 = stablehlo.slice %1468 [1:2, 0:4] : (tensor<2x4xf32>) -> tensor<1x4xf32>
    %1471 = stablehlo.multiply %1469, %1470 : tensor<1x4xf32>
    %1472 = stablehlo.reshape %1471 : (tensor<1x4xf32>) -> tensor<4xf32>
    %1473 = stablehlo.iota dim = 0 : tensor<4xi32>
    %1474 = stablehlo.convert %1473 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_382 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1475 = stablehlo.broadcast_in_dim %cst_382, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1476 = stablehlo.multiply %1475, %1474 : tensor<4xf32>
    %1477 = stablehlo.cosine %1476 : tensor<4xf32>
    %1478 = stablehlo.convert %1477 : tensor<4xf32>
    %1479 = stablehlo.multiply %1472, %1478 : tensor<4xf32>
    %cst_383 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1480 = stablehlo.reduce(%1479 init: %cst_383) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_384 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1481 = stablehlo.broadcast_in_dim %cst_384, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1482 = stablehlo.multiply %1481, %1478 : tensor<4xf32>
    %1483 = stablehlo.broadcast_in_dim %1482, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %1484 = stablehlo.multiply %1469, %1483 : tensor<1x4xf32>
    %1485 = stablehlo.multiply %1483, %1470 : tensor<1x4xf32>
    %cst_385 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1486 = stablehlo.pad %1484, %cst_385, low = [1, 0], high = [0, 0], interior = [0, 0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<2x4xf32>
    %cst_386 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1487 = stablehlo.pad %1485, %cst_386, low = [0, 0], high = [1, 0], interior = [0, 0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<2x4xf32>
    %1488 = stablehlo.add %1486, %1487 : tensor<2x4xf32>
    %1489 = stablehlo.multiply %1466, %1488 : tensor<2x4xf32>
    %1490 = stablehlo.multiply %1488, %1467 : tensor<2x4xf32>
    %cst_387 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1491 = stablehlo.pad %1489, %cst_387, low = [2, 0], high = [0, 0], interior = [0, 0] : (tensor<2x4xf32>, tensor<f32>) -> tensor<4x4xf32>
    %cst_388 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1492 = stablehlo.pad %1490, %cst_388, low = [0, 0], high = [2, 0], interior = [0, 0] : (tensor<2x4xf32>, tensor<f32>) -> tensor<4x4xf32>
    %1493 = stablehlo.add %1491, %1492 : tensor<4x4xf32>
    %1494 = stablehlo.multiply %1463, %1493 : tensor<4x4xf32>
    %1495 = stablehlo.multiply %1493, %1464 : tensor<4x4xf32>
    %cst_389 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1496 = stablehlo.pad %1494, %cst_389, low = [4, 0], high = [0, 0], interior = [0, 0] : (tensor<4x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %cst_390 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1497 = stablehlo.pad %1495, %cst_390, low = [0, 0], high = [4, 0], interior = [0, 0] : (tensor<4x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %1498 = stablehlo.add %1496, %1497 : tensor<8x4xf32>
    %1499 = stablehlo.multiply %1498, %arg218 : tensor<8x4xf32>
    %cst_391 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1500 = stablehlo.broadcast_in_dim %cst_391, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1501 = stablehlo.multiply %1500, %1499 : tensor<8x4xf32>
    %1502 = stablehlo.subtract %arg95, %1501 : tensor<8x4xf32>
    %1503 = stablehlo.multiply %arg148, %arg219 : tensor<8x4xf32>
    %c_392 = stablehlo.constant dense<0> : tensor<i32>
    %1504:5 = call @_var(%1503, %c_392) : (tensor<8x4xf32>, tensor<i32>) -> (tensor<8xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<8xf32>)
    %1505 = stablehlo.iota dim = 0 : tensor<8xi32>
    %1506 = stablehlo.convert %1505 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_393 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1507 = stablehlo.broadcast_in_dim %cst_393, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1508 = stablehlo.multiply %1507, %1506 : tensor<8xf32>
    %1509 = stablehlo.cosine %1508 : tensor<8xf32>
    %1510 = stablehlo.convert %1509 : tensor<8xf32>
    %1511 = stablehlo.multiply %1504#0, %1510 : tensor<8xf32>
    %cst_394 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1512 = stablehlo.reduce(%1511 init: %cst_394) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_395 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1513 = stablehlo.broadcast_in_dim %cst_395, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1514 = stablehlo.multiply %1513, %1510 : tensor<8xf32>
    %1515 = call @_var_39(%1504#1, %1504#2, %1504#3, %1504#4, %1514) : (tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<8xf32>, tensor<8xf32>) -> tensor<8x4xf32>
    %1516 = stablehlo.multiply %1515, %arg219 : tensor<8x4xf32>
    %cst_396 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1517 = stablehlo.broadcast_in_dim %cst_396, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1518 = stablehlo.multiply %1517, %1516 : tensor<8x4xf32>
    %1519 = stablehlo.subtract %arg148, %1518 : tensor<8x4xf32>
    %1520 = stablehlo.multiply %arg37, %arg220 : tensor<8x4xf32>
    %c_397 = stablehlo.constant dense<0> : tensor<i32>
    %1521:6 = call @_std(%1520, %c_397) : (tensor<8x4xf32>, tensor<i32>) -> (tensor<4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>, tensor<4xf32>)
    %1522 = stablehlo.iota dim = 0 : tensor<4xi32>
    %1523 = stablehlo.convert %1522 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_398 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1524 = stablehlo.broadcast_in_dim %cst_398, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1525 = stablehlo.multiply %1524, %1523 : tensor<4xf32>
    %1526 = stablehlo.cosine %1525 : tensor<4xf32>
    %1527 = stablehlo.convert %1526 : tensor<4xf32>
    %1528 = stablehlo.multiply %1521#0, %1527 : tensor<4xf32>
    %cst_399 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1529 = stablehlo.reduce(%1528 init: %cst_399) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_400 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1530 = stablehlo.broadcast_in_dim %cst_400, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1531 = stablehlo.multiply %1530, %1527 : tensor<4xf32>
    %1532 = call @_std_43(%1521#1, %1521#2, %1521#3, %1521#4, %1521#5, %1531) : (tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<8x4xf32>
    %1533 = stablehlo.multiply %1532, %arg220 : tensor<8x4xf32>
    %cst_401 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1534 = stablehlo.broadcast_in_dim %cst_401, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1535 = stablehlo.multiply %1534, %1533 : tensor<8x4xf32>
    %1536 = stablehlo.subtract %arg37, %1535 : tensor<8x4xf32>
    %1537 = stablehlo.multiply %arg87, %arg221 : tensor<8x4xf32>
    %1538:2 = call @norm(%1537) : (tensor<8x4xf32>) -> (tensor<8xf32>, tensor<8xf32>)
    %1539 = stablehlo.iota dim = 0 : tensor<8xi32>
    %1540 = stablehlo.convert %1539 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_402 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1541 = stablehlo.broadcast_in_dim %cst_402, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1542 = stablehlo.multiply %1541, %1540 : tensor<8xf32>
    %1543 = stablehlo.cosine %1542 : tensor<8xf32>
    %1544 = stablehlo.convert %1543 : tensor<8xf32>
    %1545 = stablehlo.multiply %1538#0, %1544 : tensor<8xf32>
    %cst_403 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1546 = stablehlo.reduce(%1545 init: %cst_403) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_404 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1547 = stablehlo.broadcast_in_dim %cst_404, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1548 = stablehlo.multiply %1547, %1544 : tensor<8xf32>
    %1549 = call @norm_46(%1537, %1538#1, %1548) : (tensor<8x4xf32>, tensor<8xf32>, tensor<8xf32>) -> tensor<8x4xf32>
    %1550 = stablehlo.multiply %1549, %arg221 : tensor<8x4xf32>
    %cst_405 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1551 = stablehlo.broadcast_in_dim %cst_405, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1552 = stablehlo.multiply %1551, %1550 : tensor<8x4xf32>
    %1553 = stablehlo.subtract %arg87, %1552 : tensor<8x4xf32>
    %1554 = stablehlo.multiply %arg75, %arg222 : tensor<8x4xf32>
    %cst_406 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1555 = stablehlo.reduce(%1554 init: %cst_406) applies stablehlo.maximum across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1556 = stablehlo.reshape %1555 : (tensor<8xf32>) -> tensor<8x1xf32>
    %1557 = stablehlo.broadcast_in_dim %1556, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1558 = stablehlo.compare EQ, %1554, %1557, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %1559 = stablehlo.convert %1558 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %cst_407 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1560 = stablehlo.reduce(%1559 init: %cst_407) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %cst_408 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1561 = stablehlo.broadcast_in_dim %cst_408, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1562 = stablehlo.maximum %1561, %1555 : tensor<8xf32>
    %1563 = stablehlo.compare EQ, %1555, %1562, FLOAT : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
    %cst_409 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1564 = stablehlo.broadcast_in_dim %cst_409, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %cst_410 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1565 = stablehlo.broadcast_in_dim %cst_410, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1566 = stablehlo.select %1563, %1564, %1565 : tensor<8xi1>, tensor<8xf32>
    %cst_411 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1567 = stablehlo.broadcast_in_dim %cst_411, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1568 = stablehlo.compare EQ, %1567, %1562, FLOAT : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
    %cst_412 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %1569 = stablehlo.broadcast_in_dim %cst_412, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %cst_413 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1570 = stablehlo.broadcast_in_dim %cst_413, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1571 = stablehlo.select %1568, %1569, %1570 : tensor<8xi1>, tensor<8xf32>
    %1572 = stablehlo.divide %1566, %1571 : tensor<8xf32>
    %1573 = stablehlo.is_finite %1562 : (tensor<8xf32>) -> tensor<8xi1>
    %cst_414 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1574 = stablehlo.broadcast_in_dim %cst_414, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1575 = stablehlo.select %1573, %1562, %1574 : tensor<8xi1>, tensor<8xf32>
    %cst_415 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1576 = stablehlo.broadcast_in_dim %cst_415, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1577 = stablehlo.broadcast_in_dim %1575, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %1578 = stablehlo.broadcast_in_dim %1577, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1579 = stablehlo.subtract %1554, %1578 : tensor<8x4xf32>
    %1580 = stablehlo.exponential %1579 : tensor<8x4xf32>
    %cst_416 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1581 = stablehlo.reduce(%1580 init: %cst_416) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1582 = stablehlo.sign %1581 : tensor<8xf32>
    %1583 = stablehlo.abs %1581 : tensor<8xf32>
    %cst_417 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1584 = stablehlo.broadcast_in_dim %cst_417, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1585 = stablehlo.compare GE, %1581, %1584, FLOAT : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
    %1586 = stablehlo.log %1583 : tensor<8xf32>
    %1587 = stablehlo.add %1586, %1575 : tensor<8xf32>
    %1588 = stablehlo.iota dim = 0 : tensor<8xi32>
    %1589 = stablehlo.convert %1588 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_418 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1590 = stablehlo.broadcast_in_dim %cst_418, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1591 = stablehlo.multiply %1590, %1589 : tensor<8xf32>
    %1592 = stablehlo.cosine %1591 : tensor<8xf32>
    %1593 = stablehlo.convert %1592 : tensor<8xf32>
    %1594 = stablehlo.multiply %1587, %1593 : tensor<8xf32>
    %cst_419 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1595 = stablehlo.reduce(%1594 init: %cst_419) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_420 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1596 = stablehlo.broadcast_in_dim %cst_420, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1597 = stablehlo.multiply %1596, %1593 : tensor<8xf32>
    %1598 = stablehlo.divide %1597, %1583 : tensor<8xf32>
    %cst_421 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1599 = stablehlo.broadcast_in_dim %cst_421, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1600 = stablehlo.select %1585, %1599, %1598 : tensor<8xi1>, tensor<8xf32>
    %1601 = stablehlo.select %1585, %1598, %1599 : tensor<8xi1>, tensor<8xf32>
    %1602 = stablehlo.negate %1600 : tensor<8xf32>
    %1603 = stablehlo.add %1601, %1602 : tensor<8xf32>
    %1604 = stablehlo.broadcast_in_dim %1603, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %1605 = stablehlo.multiply %1604, %1580 : tensor<8x4xf32>
    %1606 = stablehlo.multiply %1605, %arg222 : tensor<8x4xf32>
    %cst_422 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1607 = stablehlo.broadcast_in_dim %cst_422, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1608 = stablehlo.multiply %1607, %1606 : tensor<8x4xf32>
    %1609 = stablehlo.subtract %arg75, %1608 : tensor<8x4xf32>
    %1610 = stablehlo.multiply %arg119, %arg223 : tensor<8x4xf32>
    %cst_423 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1611 = stablehlo.reduce(%1610 init: %cst_423) applies stablehlo.maximum across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1612 = stablehlo.reshape %1611 : (tensor<8xf32>) -> tensor<8x1xf32>
    %1613 = stablehlo.broadcast_in_dim %1612, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1614 = stablehlo.compare EQ, %1610, %1613, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %1615 = stablehlo.convert %1614 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %cst_424 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1616 = stablehlo.reduce(%1615 init: %cst_424) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %cst_425 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1617 = stablehlo.broadcast_in_dim %cst_425, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1618 = stablehlo.maximum %1617, %1611 : tensor<8xf32>
    %1619 = stablehlo.compare EQ, %1611, %1618, FLOAT : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
    %cst_426 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1620 = stablehlo.broadcast_in_dim %cst_426, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %cst_427 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1621 = stablehlo.broadcast_in_dim %cst_427, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1622 = stablehlo.select %1619, %1620, %1621 : tensor<8xi1>, tensor<8xf32>
    %cst_428 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1623 = stablehlo.broadcast_in_dim %cst_428, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1624 = stablehlo.compare EQ, %1623, %1618, FLOAT : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xi1>
    %cst_429 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %1625 = stablehlo.broadcast_in_dim %cst_429, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %cst_430 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1626 = stablehlo.broadcast_in_dim %cst_430, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1627 = stablehlo.select %1624, %1625, %1626 : tensor<8xi1>, tensor<8xf32>
    %1628 = stablehlo.divide %1622, %1627 : tensor<8xf32>
    %1629 = stablehlo.broadcast_in_dim %1618, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %1630 = stablehlo.broadcast_in_dim %1629, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1631 = stablehlo.subtract %1610, %1630 : tensor<8x4xf32>
    %1632 = stablehlo.exponential %1631 : tensor<8x4xf32>
    %cst_431 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1633 = stablehlo.reduce(%1632 init: %cst_431) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1634 = stablehlo.broadcast_in_dim %1633, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %1635 = stablehlo.broadcast_in_dim %1634, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1636 = stablehlo.divide %1632, %1635 : tensor<8x4xf32>
    %1637 = stablehlo.multiply %1634, %1634 : tensor<8x1xf32>
    %cst_432 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1638 = stablehlo.broadcast_in_dim %cst_432, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %1639 = stablehlo.divide %1638, %1637 : tensor<8x1xf32>
    %1640 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1641 = stablehlo.convert %1640 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_433 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1642 = stablehlo.broadcast_in_dim %cst_433, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1643 = stablehlo.multiply %1642, %1641 : tensor<32xf32>
    %1644 = stablehlo.cosine %1643 : tensor<32xf32>
    %1645 = stablehlo.reshape %1644 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1646 = stablehlo.convert %1645 : tensor<8x4xf32>
    %1647 = stablehlo.multiply %1636, %1646 : tensor<8x4xf32>
    %cst_434 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1648 = stablehlo.reduce(%1647 init: %cst_434) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_435 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1649 = stablehlo.broadcast_in_dim %cst_435, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1650 = stablehlo.multiply %1649, %1646 : tensor<8x4xf32>
    %1651 = stablehlo.broadcast_in_dim %1639, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1652 = stablehlo.multiply %1650, %1651 : tensor<8x4xf32>
    %1653 = stablehlo.multiply %1652, %1632 : tensor<8x4xf32>
    %cst_436 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1654 = stablehlo.reduce(%1653 init: %cst_436) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1655 = stablehlo.reshape %1654 : (tensor<8xf32>) -> tensor<8x1xf32>
    %1656 = stablehlo.negate %1655 : tensor<8x1xf32>
    %1657 = stablehlo.broadcast_in_dim %1634, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %1658 = stablehlo.divide %1650, %1657 : tensor<8x4xf32>
    %cst_437 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1659 = stablehlo.reduce(%1656 init: %cst_437) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
    %1660 = stablehlo.broadcast_in_dim %1659, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %1661 = stablehlo.add %1658, %1660 : tensor<8x4xf32>
    %1662 = stablehlo.multiply %1661, %1632 : tensor<8x4xf32>
    %1663 = stablehlo.multiply %1662, %arg223 : tensor<8x4xf32>
    %cst_438 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1664 = stablehlo.broadcast_in_dim %cst_438, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1665 = stablehlo.multiply %1664, %1663 : tensor<8x4xf32>
    %1666 = stablehlo.subtract %arg119, %1665 : tensor<8x4xf32>
    %1667 = stablehlo.multiply %arg73, %arg224 : tensor<8x4xf32>
    %1668:3 = call @log_softmax(%1667) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x1xf32>)
    %1669 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1670 = stablehlo.convert %1669 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_439 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1671 = stablehlo.broadcast_in_dim %cst_439, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1672 = stablehlo.multiply %1671, %1670 : tensor<32xf32>
    %1673 = stablehlo.cosine %1672 : tensor<32xf32>
    %1674 = stablehlo.reshape %1673 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1675 = stablehlo.convert %1674 : tensor<8x4xf32>
    %1676 = stablehlo.multiply %1668#0, %1675 : tensor<8x4xf32>
    %cst_440 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1677 = stablehlo.reduce(%1676 init: %cst_440) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_441 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1678 = stablehlo.broadcast_in_dim %cst_441, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1679 = stablehlo.multiply %1678, %1675 : tensor<8x4xf32>
    %1680 = call @log_softmax_47(%1668#1, %1668#2, %1679) : (tensor<8x4xf32>, tensor<8x1xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1681 = stablehlo.multiply %1680, %arg224 : tensor<8x4xf32>
    %cst_442 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1682 = stablehlo.broadcast_in_dim %cst_442, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1683 = stablehlo.multiply %1682, %1681 : tensor<8x4xf32>
    %1684 = stablehlo.subtract %arg73, %1683 : tensor<8x4xf32>
    %1685 = stablehlo.multiply %arg128, %arg225 : tensor<8x4xf32>
    %1686:7 = call @standardize(%1685) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x4xf32>)
    %1687 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1688 = stablehlo.convert %1687 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_443 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1689 = stablehlo.broadcast_in_dim %cst_443, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1690 = stablehlo.multiply %1689, %1688 : tensor<32xf32>
    %1691 = stablehlo.cosine %1690 : tensor<32xf32>
    %1692 = stablehlo.reshape %1691 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1693 = stablehlo.convert %1692 : tensor<8x4xf32>
    %1694 = stablehlo.multiply %1686#0, %1693 : tensor<8x4xf32>
    %cst_444 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1695 = stablehlo.reduce(%1694 init: %cst_444) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_445 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1696 = stablehlo.broadcast_in_dim %cst_445, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1697 = stablehlo.multiply %1696, %1693 : tensor<8x4xf32>
    %1698 = call @standardize_49(%1686#1, %1686#2, %1686#3, %1686#4, %1686#5, %1686#6, %1697) : (tensor<8x4xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1699 = stablehlo.multiply %1698, %arg225 : tensor<8x4xf32>
    %cst_446 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1700 = stablehlo.broadcast_in_dim %cst_446, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1701 = stablehlo.multiply %1700, %1699 : tensor<8x4xf32>
    %1702 = stablehlo.subtract %arg128, %1701 : tensor<8x4xf32>
    %1703 = stablehlo.multiply %arg134, %arg226 : tensor<8x4xf32>
    %1704:2 = call @_take(%1703, %c) : (tensor<8x4xf32>, tensor<4xi32>) -> (tensor<8x4xf32>, tensor<4x1xi32>)
    %1705 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1706 = stablehlo.convert %1705 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_447 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1707 = stablehlo.broadcast_in_dim %cst_447, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1708 = stablehlo.multiply %1707, %1706 : tensor<32xf32>
    %1709 = stablehlo.cosine %1708 : tensor<32xf32>
    %1710 = stablehlo.reshape %1709 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1711 = stablehlo.convert %1710 : tensor<8x4xf32>
    %1712 = stablehlo.multiply %1704#0, %1711 : tensor<8x4xf32>
    %cst_448 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1713 = stablehlo.reduce(%1712 init: %cst_448) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_449 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1714 = stablehlo.broadcast_in_dim %cst_449, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1715 = stablehlo.multiply %1714, %1711 : tensor<8x4xf32>
    %1716 = call @_take_52(%1704#1, %1715) : (tensor<4x1xi32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1717 = stablehlo.multiply %1716, %arg226 : tensor<8x4xf32>
    %cst_450 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1718 = stablehlo.broadcast_in_dim %cst_450, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1719 = stablehlo.multiply %1718, %1717 : tensor<8x4xf32>
    %1720 = stablehlo.subtract %arg134, %1719 : tensor<8x4xf32>
    %1721 = stablehlo.multiply %arg132, %arg227 : tensor<8x4xf32>
    %1722 = stablehlo.abs %arg227 : tensor<8x4xf32>
    %cst_451 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %1723 = stablehlo.broadcast_in_dim %cst_451, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1724 = stablehlo.multiply %1722, %1723 : tensor<8x4xf32>
    %1725 = stablehlo.convert %1724 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_452 = stablehlo.constant dense<4> : tensor<i32>
    %1726 = call @remainder_36(%1725, %c_452) : (tensor<8x4xi32>, tensor<i32>) -> tensor<8x4xi32>
    %1727:2 = call @take_along_axis(%1721, %1726) : (tensor<8x4xf32>, tensor<8x4xi32>) -> (tensor<8x4xf32>, tensor<8x4x1xi32>)
    %1728 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1729 = stablehlo.convert %1728 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_453 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1730 = stablehlo.broadcast_in_dim %cst_453, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1731 = stablehlo.multiply %1730, %1729 : tensor<32xf32>
    %1732 = stablehlo.cosine %1731 : tensor<32xf32>
    %1733 = stablehlo.reshape %1732 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1734 = stablehlo.convert %1733 : tensor<8x4xf32>
    %1735 = stablehlo.multiply %1727#0, %1734 : tensor<8x4xf32>
    %cst_454 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1736 = stablehlo.reduce(%1735 init: %cst_454) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_455 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1737 = stablehlo.broadcast_in_dim %cst_455, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1738 = stablehlo.multiply %1737, %1734 : tensor<8x4xf32>
    %1739 = call @take_along_axis_53(%1727#1, %1738) : (tensor<8x4x1xi32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1740 = stablehlo.multiply %1739, %arg227 : tensor<8x4xf32>
    %cst_456 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1741 = stablehlo.broadcast_in_dim %cst_456, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1742 = stablehlo.multiply %1741, %1740 : tensor<8x4xf32>
    %1743 = stablehlo.subtract %arg132, %1742 : tensor<8x4xf32>
    %1744 = stablehlo.multiply %arg93, %arg228 : tensor<8x4xf32>
    %c_457 = stablehlo.constant dense<0> : tensor<i32>
    %1745 = stablehlo.broadcast_in_dim %c_457, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1746 = stablehlo.compare LT, %c_0, %1745, SIGNED : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
    %c_458 = stablehlo.constant dense<8> : tensor<i32>
    %1747 = stablehlo.broadcast_in_dim %c_458, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1748 = stablehlo.add %c_0, %1747 : tensor<3xi32>
    %1749 = stablehlo.select %1746, %1748, %c_0 : tensor<3xi1>, tensor<3xi32>
    %c_459 = stablehlo.constant dense<0> : tensor<i32>
    %1750 = stablehlo.broadcast_in_dim %c_459, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1751 = stablehlo.compare LT, %c_1, %1750, SIGNED : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
    %c_460 = stablehlo.constant dense<4> : tensor<i32>
    %1752 = stablehlo.broadcast_in_dim %c_460, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1753 = stablehlo.add %c_1, %1752 : tensor<3xi32>
    %1754 = stablehlo.select %1751, %1753, %c_1 : tensor<3xi1>, tensor<3xi32>
    %1755 = stablehlo.broadcast_in_dim %1749, dims = [0] : (tensor<3xi32>) -> tensor<3x1xi32>
    %1756 = stablehlo.broadcast_in_dim %1754, dims = [0] : (tensor<3xi32>) -> tensor<3x1xi32>
    %1757 = stablehlo.concatenate %1755, %1756, dim = 1 : (tensor<3x1xi32>, tensor<3x1xi32>) -> tensor<3x2xi32>
    %1758 = "stablehlo.gather"(%1744, %1757) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<8x4xf32>, tensor<3x2xi32>) -> tensor<3xf32>
    %1759 = stablehlo.iota dim = 0 : tensor<3xi32>
    %1760 = stablehlo.convert %1759 : (tensor<3xi32>) -> tensor<3xf32>
    %cst_461 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1761 = stablehlo.broadcast_in_dim %cst_461, dims = [] : (tensor<f32>) -> tensor<3xf32>
    %1762 = stablehlo.multiply %1761, %1760 : tensor<3xf32>
    %1763 = stablehlo.cosine %1762 : tensor<3xf32>
    %1764 = stablehlo.convert %1763 : tensor<3xf32>
    %1765 = stablehlo.multiply %1758, %1764 : tensor<3xf32>
    %cst_462 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1766 = stablehlo.reduce(%1765 init: %cst_462) applies stablehlo.add across dimensions = [0] : (tensor<3xf32>, tensor<f32>) -> tensor<f32>
    %cst_463 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1767 = stablehlo.broadcast_in_dim %cst_463, dims = [] : (tensor<f32>) -> tensor<3xf32>
    %1768 = stablehlo.multiply %1767, %1764 : tensor<3xf32>
    %cst_464 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1769 = stablehlo.broadcast_in_dim %cst_464, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1770 = "stablehlo.scatter"(%1769, %1757, %1768) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.add %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<3x2xi32>, tensor<3xf32>) -> tensor<8x4xf32>
    %1771 = stablehlo.multiply %1770, %arg228 : tensor<8x4xf32>
    %cst_465 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1772 = stablehlo.broadcast_in_dim %cst_465, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1773 = stablehlo.multiply %1772, %1771 : tensor<8x4xf32>
    %1774 = stablehlo.subtract %arg93, %1773 : tensor<8x4xf32>
    %1775 = stablehlo.slice %arg229 [0:3, 0:4] : (tensor<8x4xf32>) -> tensor<3x4xf32>
    %c_466 = stablehlo.constant dense<0> : tensor<i32>
    %1776 = stablehlo.broadcast_in_dim %c_466, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1777 = stablehlo.compare LT, %c_2, %1776, SIGNED : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
    %c_467 = stablehlo.constant dense<8> : tensor<i32>
    %1778 = stablehlo.broadcast_in_dim %c_467, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1779 = stablehlo.add %c_2, %1778 : tensor<3xi32>
    %1780 = stablehlo.select %1777, %1779, %c_2 : tensor<3xi1>, tensor<3xi32>
    %1781 = stablehlo.broadcast_in_dim %1780, dims = [0] : (tensor<3xi32>) -> tensor<3x1xi32>
    %1782 = "stablehlo.scatter"(%arg3, %1781, %1775) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.add %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<3x1xi32>, tensor<3x4xf32>) -> tensor<8x4xf32>
    %cst_468 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1783 = stablehlo.broadcast_in_dim %cst_468, dims = [] : (tensor<f32>) -> tensor<3x4xf32>
    %1784 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1785 = stablehlo.convert %1784 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_469 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1786 = stablehlo.broadcast_in_dim %cst_469, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1787 = stablehlo.multiply %1786, %1785 : tensor<32xf32>
    %1788 = stablehlo.cosine %1787 : tensor<32xf32>
    %1789 = stablehlo.reshape %1788 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1790 = stablehlo.convert %1789 : tensor<8x4xf32>
    %1791 = stablehlo.multiply %1782, %1790 : tensor<8x4xf32>
    %cst_470 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1792 = stablehlo.reduce(%1791 init: %cst_470) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_471 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1793 = stablehlo.broadcast_in_dim %cst_471, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1794 = stablehlo.multiply %1793, %1790 : tensor<8x4xf32>
    %cst_472 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1795 = stablehlo.broadcast_in_dim %cst_472, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1796 = stablehlo.multiply %1795, %1794 : tensor<8x4xf32>
    %1797 = stablehlo.subtract %arg3, %1796 : tensor<8x4xf32>
    %1798 = stablehlo.slice %arg230 [0:3, 0:4] : (tensor<8x4xf32>) -> tensor<3x4xf32>
    %c_473 = stablehlo.constant dense<0> : tensor<i32>
    %1799 = stablehlo.broadcast_in_dim %c_473, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1800 = stablehlo.compare LT, %c_3, %1799, SIGNED : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
    %c_474 = stablehlo.constant dense<8> : tensor<i32>
    %1801 = stablehlo.broadcast_in_dim %c_474, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %1802 = stablehlo.add %c_3, %1801 : tensor<3xi32>
    %1803 = stablehlo.select %1800, %1802, %c_3 : tensor<3xi1>, tensor<3xi32>
    %1804 = stablehlo.broadcast_in_dim %1803, dims = [0] : (tensor<3xi32>) -> tensor<3x1xi32>
    %cst_475 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1805 = stablehlo.broadcast_in_dim %cst_475, dims = [] : (tensor<f32>) -> tensor<3x4xf32>
    %1806 = stablehlo.iota dim = 0 : tensor<3xui32>
    %1807 = stablehlo.reshape %1806 : (tensor<3xui32>) -> tensor<3x1xui32>
    %c_476 = stablehlo.constant dense<1> : tensor<ui32>
    %1808 = stablehlo.broadcast_in_dim %c_476, dims = [] : (tensor<ui32>) -> tensor<3x4xui32>
    %1809 = stablehlo.broadcast_in_dim %1807, dims = [0, 1] : (tensor<3x1xui32>) -> tensor<3x4xui32>
    %1810 = stablehlo.add %1809, %1808 : tensor<3x4xui32>
    %c_477 = stablehlo.constant dense<0> : tensor<ui32>
    %1811 = stablehlo.broadcast_in_dim %c_477, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %1812 = "stablehlo.scatter"(%1811, %1804, %1810) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<ui32>, %arg307: tensor<ui32>):
      stablehlo.return %arg307 : tensor<ui32>
    }) : (tensor<8x4xui32>, tensor<3x1xi32>, tensor<3x4xui32>) -> tensor<8x4xui32>
    %1813 = "stablehlo.gather"(%1812, %1804) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 4>}> : (tensor<8x4xui32>, tensor<3x1xi32>) -> tensor<3x4xui32>
    %c_478 = stablehlo.constant dense<0> : tensor<ui32>
    %1814 = stablehlo.broadcast_in_dim %c_478, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %1815 = stablehlo.compare EQ, %1812, %1814, UNSIGNED : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xi1>
    %cst_479 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1816 = stablehlo.broadcast_in_dim %cst_479, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1817 = stablehlo.select %1815, %arg109, %1816 : tensor<8x4xi1>, tensor<8x4xf32>
    %1818 = stablehlo.compare EQ, %1810, %1813, UNSIGNED : (tensor<3x4xui32>, tensor<3x4xui32>) -> tensor<3x4xi1>
    %cst_480 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1819 = stablehlo.broadcast_in_dim %cst_480, dims = [] : (tensor<f32>) -> tensor<3x4xf32>
    %1820 = stablehlo.select %1818, %1798, %1819 : tensor<3x4xi1>, tensor<3x4xf32>
    %c_481 = stablehlo.constant dense<0> : tensor<ui32>
    %1821 = stablehlo.broadcast_in_dim %c_481, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %1822 = stablehlo.compare EQ, %1812, %1821, UNSIGNED : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xi1>
    %cst_482 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1823 = stablehlo.broadcast_in_dim %cst_482, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1824 = stablehlo.compare EQ, %1810, %1813, UNSIGNED : (tensor<3x4xui32>, tensor<3x4xui32>) -> tensor<3x4xi1>
    %cst_483 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1825 = stablehlo.broadcast_in_dim %cst_483, dims = [] : (tensor<f32>) -> tensor<3x4xf32>
    %1826 = stablehlo.select %1824, %1805, %1825 : tensor<3x4xi1>, tensor<3x4xf32>
    %1827 = "stablehlo.scatter"(%1817, %1804, %1820) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.add %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<3x1xi32>, tensor<3x4xf32>) -> tensor<8x4xf32>
    %1828 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1829 = stablehlo.convert %1828 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_484 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1830 = stablehlo.broadcast_in_dim %cst_484, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1831 = stablehlo.multiply %1830, %1829 : tensor<32xf32>
    %1832 = stablehlo.cosine %1831 : tensor<32xf32>
    %1833 = stablehlo.reshape %1832 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1834 = stablehlo.convert %1833 : tensor<8x4xf32>
    %1835 = stablehlo.multiply %1827, %1834 : tensor<8x4xf32>
    %cst_485 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1836 = stablehlo.reduce(%1835 init: %cst_485) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_486 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1837 = stablehlo.broadcast_in_dim %cst_486, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1838 = stablehlo.multiply %1837, %1834 : tensor<8x4xf32>
    %cst_487 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1839 = stablehlo.broadcast_in_dim %cst_487, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1840 = stablehlo.select %1822, %1838, %1839 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_488 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1841 = stablehlo.broadcast_in_dim %cst_488, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1842 = stablehlo.multiply %1841, %1840 : tensor<8x4xf32>
    %1843 = stablehlo.subtract %arg109, %1842 : tensor<8x4xf32>
    %1844 = stablehlo.multiply %arg106, %arg231 : tensor<8x4xf32>
    %cst_489 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1845 = stablehlo.broadcast_in_dim %cst_489, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %1846 = stablehlo.broadcast_in_dim %c_4, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %1847 = "stablehlo.scatter"(%1845, %1846, %1844) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.add %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<4x4xf32>, tensor<8x1xi32>, tensor<8x4xf32>) -> tensor<4x4xf32>
    %cst_490 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1848 = stablehlo.broadcast_in_dim %cst_490, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %1849 = stablehlo.iota dim = 0 : tensor<16xi32>
    %1850 = stablehlo.convert %1849 : (tensor<16xi32>) -> tensor<16xf32>
    %cst_491 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1851 = stablehlo.broadcast_in_dim %cst_491, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %1852 = stablehlo.multiply %1851, %1850 : tensor<16xf32>
    %1853 = stablehlo.cosine %1852 : tensor<16xf32>
    %1854 = stablehlo.reshape %1853 : (tensor<16xf32>) -> tensor<4x4xf32>
    %1855 = stablehlo.convert %1854 : tensor<4x4xf32>
    %1856 = stablehlo.multiply %1847, %1855 : tensor<4x4xf32>
    %cst_492 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1857 = stablehlo.reduce(%1856 init: %cst_492) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_493 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1858 = stablehlo.broadcast_in_dim %cst_493, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %1859 = stablehlo.multiply %1858, %1855 : tensor<4x4xf32>
    %c_494 = stablehlo.constant dense<3> : tensor<1xi32>
    %c_495 = stablehlo.constant dense<0> : tensor<i32>
    %1860 = stablehlo.broadcast_in_dim %c_495, dims = [] : (tensor<i32>) -> tensor<8x1xi32>
    %1861 = stablehlo.compare GE, %1846, %1860, SIGNED : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x1xi1>
    %1862 = stablehlo.broadcast_in_dim %c_494, dims = [1] : (tensor<1xi32>) -> tensor<1x1xi32>
    %1863 = stablehlo.broadcast_in_dim %1862, dims = [0, 1] : (tensor<1x1xi32>) -> tensor<8x1xi32>
    %1864 = stablehlo.compare LE, %1846, %1863, SIGNED : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x1xi1>
    %1865 = stablehlo.and %1861, %1864 : tensor<8x1xi1>
    %c_496 = stablehlo.constant dense<true> : tensor<i1>
    %1866 = stablehlo.reduce(%1865 init: %c_496) applies stablehlo.and across dimensions = [1] : (tensor<8x1xi1>, tensor<i1>) -> tensor<8xi1>
    %1867 = "stablehlo.gather"(%1859, %1846) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 4>}> : (tensor<4x4xf32>, tensor<8x1xi32>) -> tensor<8x4xf32>
    %1868 = stablehlo.broadcast_in_dim %1866, dims = [0] : (tensor<8xi1>) -> tensor<8x4xi1>
    %cst_497 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1869 = stablehlo.broadcast_in_dim %cst_497, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1870 = stablehlo.select %1868, %1867, %1869 : tensor<8x4xi1>, tensor<8x4xf32>
    %1871 = stablehlo.multiply %1870, %arg231 : tensor<8x4xf32>
    %cst_498 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1872 = stablehlo.broadcast_in_dim %cst_498, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1873 = stablehlo.multiply %1872, %1871 : tensor<8x4xf32>
    %1874 = stablehlo.subtract %arg106, %1873 : tensor<8x4xf32>
    %1875 = stablehlo.slice %arg232 [0:1, 0:1] : (tensor<8x4xf32>) -> tensor<1x1xf32>
    %1876 = stablehlo.reshape %1875 : (tensor<1x1xf32>) -> tensor<f32>
    %1877 = stablehlo.pad %arg90, %1876, low = [1, 0], high = [2, 1], interior = [0, 0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<11x5xf32>
    %1878 = stablehlo.iota dim = 0 : tensor<55xi32>
    %1879 = stablehlo.convert %1878 : (tensor<55xi32>) -> tensor<55xf32>
    %cst_499 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1880 = stablehlo.broadcast_in_dim %cst_499, dims = [] : (tensor<f32>) -> tensor<55xf32>
    %1881 = stablehlo.multiply %1880, %1879 : tensor<55xf32>
    %1882 = stablehlo.cosine %1881 : tensor<55xf32>
    %1883 = stablehlo.reshape %1882 : (tensor<55xf32>) -> tensor<11x5xf32>
    %1884 = stablehlo.convert %1883 : tensor<11x5xf32>
    %1885 = stablehlo.multiply %1877, %1884 : tensor<11x5xf32>
    %cst_500 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1886 = stablehlo.reduce(%1885 init: %cst_500) applies stablehlo.add across dimensions = [0, 1] : (tensor<11x5xf32>, tensor<f32>) -> tensor<f32>
    %cst_501 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1887 = stablehlo.broadcast_in_dim %cst_501, dims = [] : (tensor<f32>) -> tensor<11x5xf32>
    %1888 = stablehlo.multiply %1887, %1884 : tensor<11x5xf32>
    %cst_502 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1889 = stablehlo.pad %1888, %cst_502, low = [-1, 0], high = [-2, -1], interior = [0, 0] : (tensor<11x5xf32>, tensor<f32>) -> tensor<8x4xf32>
    %1890 = stablehlo.slice %1889 [0:8, 0:4] : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_503 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1891 = stablehlo.broadcast_in_dim %cst_503, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1892 = stablehlo.multiply %1891, %1890 : tensor<8x4xf32>
    %1893 = stablehlo.subtract %arg90, %1892 : tensor<8x4xf32>
    %1894 = stablehlo.multiply %arg91, %arg233 : tensor<8x4xf32>
    %c_504 = stablehlo.constant dense<0> : tensor<i32>
    %1895 = call @_pad(%1894, %c_504) : (tensor<8x4xf32>, tensor<i32>) -> tensor<10x7xf32>
    %1896 = stablehlo.iota dim = 0 : tensor<70xi32>
    %1897 = stablehlo.convert %1896 : (tensor<70xi32>) -> tensor<70xf32>
    %cst_505 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1898 = stablehlo.broadcast_in_dim %cst_505, dims = [] : (tensor<f32>) -> tensor<70xf32>
    %1899 = stablehlo.multiply %1898, %1897 : tensor<70xf32>
    %1900 = stablehlo.cosine %1899 : tensor<70xf32>
    %1901 = stablehlo.reshape %1900 : (tensor<70xf32>) -> tensor<10x7xf32>
    %1902 = stablehlo.convert %1901 : tensor<10x7xf32>
    %1903 = stablehlo.multiply %1895, %1902 : tensor<10x7xf32>
    %cst_506 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1904 = stablehlo.reduce(%1903 init: %cst_506) applies stablehlo.add across dimensions = [0, 1] : (tensor<10x7xf32>, tensor<f32>) -> tensor<f32>
    %cst_507 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1905 = stablehlo.broadcast_in_dim %cst_507, dims = [] : (tensor<f32>) -> tensor<10x7xf32>
    %1906 = stablehlo.multiply %1905, %1902 : tensor<10x7xf32>
    %1907 = call @_pad_54(%1906) : (tensor<10x7xf32>) -> tensor<8x4xf32>
    %1908 = stablehlo.multiply %1907, %arg233 : tensor<8x4xf32>
    %cst_508 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1909 = stablehlo.broadcast_in_dim %cst_508, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1910 = stablehlo.multiply %1909, %1908 : tensor<8x4xf32>
    %1911 = stablehlo.subtract %arg91, %1910 : tensor<8x4xf32>
    %1912 = stablehlo.multiply %arg92, %arg234 : tensor<8x4xf32>
    %c_509 = stablehlo.constant dense<0> : tensor<i32>
    %1913 = call @_pad_55(%1912, %c_509) : (tensor<8x4xf32>, tensor<i32>) -> tensor<10x7xf32>
    %1914 = stablehlo.iota dim = 0 : tensor<70xi32>
    %1915 = stablehlo.convert %1914 : (tensor<70xi32>) -> tensor<70xf32>
    %cst_510 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1916 = stablehlo.broadcast_in_dim %cst_510, dims = [] : (tensor<f32>) -> tensor<70xf32>
    %1917 = stablehlo.multiply %1916, %1915 : tensor<70xf32>
    %1918 = stablehlo.cosine %1917 : tensor<70xf32>
    %1919 = stablehlo.reshape %1918 : (tensor<70xf32>) -> tensor<10x7xf32>
    %1920 = stablehlo.convert %1919 : tensor<10x7xf32>
    %1921 = stablehlo.multiply %1913, %1920 : tensor<10x7xf32>
    %cst_511 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1922 = stablehlo.reduce(%1921 init: %cst_511) applies stablehlo.add across dimensions = [0, 1] : (tensor<10x7xf32>, tensor<f32>) -> tensor<f32>
    %cst_512 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1923 = stablehlo.broadcast_in_dim %cst_512, dims = [] : (tensor<f32>) -> tensor<10x7xf32>
    %1924 = stablehlo.multiply %1923, %1920 : tensor<10x7xf32>
    %1925 = call @_pad_56(%1924) : (tensor<10x7xf32>) -> tensor<8x4xf32>
    %1926 = stablehlo.multiply %1925, %arg234 : tensor<8x4xf32>
    %cst_513 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1927 = stablehlo.broadcast_in_dim %cst_513, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1928 = stablehlo.multiply %1927, %1926 : tensor<8x4xf32>
    %1929 = stablehlo.subtract %arg92, %1928 : tensor<8x4xf32>
    %1930 = stablehlo.multiply %arg103, %arg235 : tensor<8x4xf32>
    %1931 = call @_roll_static(%1930) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %1932 = stablehlo.iota dim = 0 : tensor<32xi32>
    %1933 = stablehlo.convert %1932 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_514 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1934 = stablehlo.broadcast_in_dim %cst_514, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %1935 = stablehlo.multiply %1934, %1933 : tensor<32xf32>
    %1936 = stablehlo.cosine %1935 : tensor<32xf32>
    %1937 = stablehlo.reshape %1936 : (tensor<32xf32>) -> tensor<8x4xf32>
    %1938 = stablehlo.convert %1937 : tensor<8x4xf32>
    %1939 = stablehlo.multiply %1931, %1938 : tensor<8x4xf32>
    %cst_515 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1940 = stablehlo.reduce(%1939 init: %cst_515) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_516 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1941 = stablehlo.broadcast_in_dim %cst_516, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1942 = stablehlo.multiply %1941, %1938 : tensor<8x4xf32>
    %1943 = call @_roll_static_57(%1942) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %1944 = stablehlo.multiply %1943, %arg235 : tensor<8x4xf32>
    %cst_517 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1945 = stablehlo.broadcast_in_dim %cst_517, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1946 = stablehlo.multiply %1945, %1944 : tensor<8x4xf32>
    %1947 = stablehlo.subtract %arg103, %1946 : tensor<8x4xf32>
    %1948 = stablehlo.concatenate %arg31, %arg236, %arg31, dim = 1 : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x12xf32>
    %cst_518 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1949 = stablehlo.broadcast_in_dim %cst_518, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1950 = stablehlo.iota dim = 0 : tensor<96xi32>
    %1951 = stablehlo.convert %1950 : (tensor<96xi32>) -> tensor<96xf32>
    %cst_519 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1952 = stablehlo.broadcast_in_dim %cst_519, dims = [] : (tensor<f32>) -> tensor<96xf32>
    %1953 = stablehlo.multiply %1952, %1951 : tensor<96xf32>
    %1954 = stablehlo.cosine %1953 : tensor<96xf32>
    %1955 = stablehlo.reshape %1954 : (tensor<96xf32>) -> tensor<8x12xf32>
    %1956 = stablehlo.convert %1955 : tensor<8x12xf32>
    %1957 = stablehlo.multiply %1948, %1956 : tensor<8x12xf32>
    %cst_520 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1958 = stablehlo.reduce(%1957 init: %cst_520) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x12xf32>, tensor<f32>) -> tensor<f32>
    %cst_521 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1959 = stablehlo.broadcast_in_dim %cst_521, dims = [] : (tensor<f32>) -> tensor<8x12xf32>
    %1960 = stablehlo.multiply %1959, %1956 : tensor<8x12xf32>
    %1961 = stablehlo.slice %1960 [0:8, 0:4] : (tensor<8x12xf32>) -> tensor<8x4xf32>
    %1962 = stablehlo.slice %1960 [0:8, 4:8] : (tensor<8x12xf32>) -> tensor<8x4xf32>
    %1963 = stablehlo.slice %1960 [0:8, 8:12] : (tensor<8x12xf32>) -> tensor<8x4xf32>
    %1964 = stablehlo.add %1961, %1963 : tensor<8x4xf32>
    %cst_522 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1965 = stablehlo.broadcast_in_dim %cst_522, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1966 = stablehlo.multiply %1965, %1964 : tensor<8x4xf32>
    %1967 = stablehlo.subtract %arg31, %1966 : tensor<8x4xf32>
    %1968 = stablehlo.broadcast_in_dim %arg127, dims = [0, 2] : (tensor<8x4xf32>) -> tensor<8x1x4xf32>
    %1969 = stablehlo.broadcast_in_dim %arg237, dims = [0, 2] : (tensor<8x4xf32>) -> tensor<8x1x4xf32>
    %1970 = stablehlo.concatenate %1968, %1969, dim = 1 : (tensor<8x1x4xf32>, tensor<8x1x4xf32>) -> tensor<8x2x4xf32>
    %cst_523 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1971 = stablehlo.broadcast_in_dim %cst_523, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1972 = stablehlo.iota dim = 0 : tensor<64xi32>
    %1973 = stablehlo.convert %1972 : (tensor<64xi32>) -> tensor<64xf32>
    %cst_524 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1974 = stablehlo.broadcast_in_dim %cst_524, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1975 = stablehlo.multiply %1974, %1973 : tensor<64xf32>
    %1976 = stablehlo.cosine %1975 : tensor<64xf32>
    %1977 = stablehlo.reshape %1976 : (tensor<64xf32>) -> tensor<8x2x4xf32>
    %1978 = stablehlo.convert %1977 : tensor<8x2x4xf32>
    %1979 = stablehlo.multiply %1970, %1978 : tensor<8x2x4xf32>
    %cst_525 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1980 = stablehlo.reduce(%1979 init: %cst_525) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<8x2x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_526 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1981 = stablehlo.broadcast_in_dim %cst_526, dims = [] : (tensor<f32>) -> tensor<8x2x4xf32>
    %1982 = stablehlo.multiply %1981, %1978 : tensor<8x2x4xf32>
    %1983 = stablehlo.slice %1982 [0:8, 0:1, 0:4] : (tensor<8x2x4xf32>) -> tensor<8x1x4xf32>
    %1984 = stablehlo.reshape %1983 : (tensor<8x1x4xf32>) -> tensor<8x4xf32>
    %1985 = stablehlo.slice %1982 [0:8, 1:2, 0:4] : (tensor<8x2x4xf32>) -> tensor<8x1x4xf32>
    %1986 = stablehlo.reshape %1985 : (tensor<8x1x4xf32>) -> tensor<8x4xf32>
    %cst_527 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1987 = stablehlo.broadcast_in_dim %cst_527, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1988 = stablehlo.multiply %1987, %1984 : tensor<8x4xf32>
    %1989 = stablehlo.subtract %arg127, %1988 : tensor<8x4xf32>
    %1990 = stablehlo.multiply %arg124, %arg238 : tensor<8x4xf32>
    %1991 = stablehlo.slice %1990 [0:4, 0:4] : (tensor<8x4xf32>) -> tensor<4x4xf32>
    %1992 = stablehlo.slice %1990 [4:8, 0:4] : (tensor<8x4xf32>) -> tensor<4x4xf32>
    %1993 = stablehlo.iota dim = 0 : tensor<16xi32>
    %1994 = stablehlo.convert %1993 : (tensor<16xi32>) -> tensor<16xf32>
    %cst_528 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %1995 = stablehlo.broadcast_in_dim %cst_528, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %1996 = stablehlo.multiply %1995, %1994 : tensor<16xf32>
    %1997 = stablehlo.cosine %1996 : tensor<16xf32>
    %1998 = stablehlo.reshape %1997 : (tensor<16xf32>) -> tensor<4x4xf32>
    %1999 = stablehlo.convert %1998 : tensor<4x4xf32>
    %2000 = stablehlo.multiply %1992, %1999 : tensor<4x4xf32>
    %cst_529 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2001 = stablehlo.reduce(%2000 init: %cst_529) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_530 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2002 = stablehlo.broadcast_in_dim %cst_530, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %2003 = stablehlo.multiply %2002, %1999 : tensor<4x4xf32>
    %cst_531 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2004 = stablehlo.broadcast_in_dim %cst_531, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %2005 = stablehlo.concatenate %2004, %2003, dim = 0 : (tensor<4x4xf32>, tensor<4x4xf32>) -> tensor<8x4xf32>
    %2006 = stablehlo.multiply %2005, %arg238 : tensor<8x4xf32>
    %cst_532 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2007 = stablehlo.broadcast_in_dim %cst_532, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2008 = stablehlo.multiply %2007, %2006 : tensor<8x4xf32>
    %2009 = stablehlo.subtract %arg124, %2008 : tensor<8x4xf32>
    %2010 = stablehlo.multiply %arg137, %arg239 : tensor<8x4xf32>
    %2011 = stablehlo.reshape %2010 : (tensor<8x4xf32>) -> tensor<1x8x1x4xf32>
    %2012 = stablehlo.broadcast_in_dim %2011, dims = [0, 1, 2, 3] : (tensor<1x8x1x4xf32>) -> tensor<2x8x3x4xf32>
    %2013 = stablehlo.reshape %2012 : (tensor<2x8x3x4xf32>) -> tensor<16x12xf32>
    %2014 = stablehlo.iota dim = 0 : tensor<192xi32>
    %2015 = stablehlo.convert %2014 : (tensor<192xi32>) -> tensor<192xf32>
    %cst_533 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2016 = stablehlo.broadcast_in_dim %cst_533, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %2017 = stablehlo.multiply %2016, %2015 : tensor<192xf32>
    %2018 = stablehlo.cosine %2017 : tensor<192xf32>
    %2019 = stablehlo.reshape %2018 : (tensor<192xf32>) -> tensor<16x12xf32>
    %2020 = stablehlo.convert %2019 : tensor<16x12xf32>
    %2021 = stablehlo.multiply %2013, %2020 : tensor<16x12xf32>
    %cst_534 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2022 = stablehlo.reduce(%2021 init: %cst_534) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x12xf32>, tensor<f32>) -> tensor<f32>
    %cst_535 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2023 = stablehlo.broadcast_in_dim %cst_535, dims = [] : (tensor<f32>) -> tensor<16x12xf32>
    %2024 = stablehlo.multiply %2023, %2020 : tensor<16x12xf32>
    %2025 = stablehlo.reshape %2024 : (tensor<16x12xf32>) -> tensor<2x8x3x4xf32>
    %cst_536 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2026 = stablehlo.reduce(%2025 init: %cst_536) applies stablehlo.add across dimensions = [0, 2] : (tensor<2x8x3x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %2027 = stablehlo.multiply %2026, %arg239 : tensor<8x4xf32>
    %cst_537 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2028 = stablehlo.broadcast_in_dim %cst_537, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2029 = stablehlo.multiply %2028, %2027 : tensor<8x4xf32>
    %2030 = stablehlo.subtract %arg137, %2029 : tensor<8x4xf32>
    %2031 = stablehlo.multiply %arg101, %arg240 : tensor<8x4xf32>
    %2032 = stablehlo.broadcast_in_dim %2031, dims = [0, 2] : (tensor<8x4xf32>) -> tensor<8x3x4xf32>
    %2033 = stablehlo.reshape %2032 : (tensor<8x3x4xf32>) -> tensor<24x4xf32>
    %2034 = stablehlo.iota dim = 0 : tensor<96xi32>
    %2035 = stablehlo.convert %2034 : (tensor<96xi32>) -> tensor<96xf32>
    %cst_538 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2036 = stablehlo.broadcast_in_dim %cst_538, dims = [] : (tensor<f32>) -> tensor<96xf32>
    %2037 = stablehlo.multiply %2036, %2035 : tensor<96xf32>
    %2038 = stablehlo.cosine %2037 : tensor<96xf32>
    %2039 = stablehlo.reshape %2038 : (tensor<96xf32>) -> tensor<24x4xf32>
    %2040 = stablehlo.convert %2039 : tensor<24x4xf32>
    %2041 = stablehlo.multiply %2033, %2040 : tensor<24x4xf32>
    %cst_539 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2042 = stablehlo.reduce(%2041 init: %cst_539) applies stablehlo.add across dimensions = [0, 1] : (tensor<24x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_540 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2043 = stablehlo.broadcast_in_dim %cst_540, dims = [] : (tensor<f32>) -> tensor<24x4xf32>
    %2044 = stablehlo.multiply %2043, %2040 : tensor<24x4xf32>
    %2045 = stablehlo.reshape %2044 : (tensor<24x4xf32>) -> tensor<8x3x4xf32>
    %cst_541 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2046 = stablehlo.reduce(%2045 init: %cst_541) applies stablehlo.add across dimensions = [1] : (tensor<8x3x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %2047 = stablehlo.multiply %2046, %arg240 : tensor<8x4xf32>
    %cst_542 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2048 = stablehlo.broadcast_in_dim %cst_542, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2049 = stablehlo.multiply %2048, %2047 : tensor<8x4xf32>
    %2050 = stablehlo.subtract %arg101, %2049 : tensor<8x4xf32>
    %2051 = stablehlo.multiply %arg102, %arg241 : tensor<8x4xf32>
    %2052 = stablehlo.reshape %2051 : (tensor<8x4xf32>) -> tensor<4x2x4xf32>
    %2053 = stablehlo.transpose %2052, dims = [2, 0, 1] : (tensor<4x2x4xf32>) -> tensor<4x4x2xf32>
    %2054 = stablehlo.reshape %2053 : (tensor<4x4x2xf32>) -> tensor<2x16xf32>
    %2055 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2056 = stablehlo.convert %2055 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_543 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2057 = stablehlo.broadcast_in_dim %cst_543, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2058 = stablehlo.multiply %2057, %2056 : tensor<32xf32>
    %2059 = stablehlo.cosine %2058 : tensor<32xf32>
    %2060 = stablehlo.reshape %2059 : (tensor<32xf32>) -> tensor<2x16xf32>
    %2061 = stablehlo.convert %2060 : tensor<2x16xf32>
    %2062 = stablehlo.multiply %2054, %2061 : tensor<2x16xf32>
    %cst_544 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2063 = stablehlo.reduce(%2062 init: %cst_544) applies stablehlo.add across dimensions = [0, 1] : (tensor<2x16xf32>, tensor<f32>) -> tensor<f32>
    %cst_545 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2064 = stablehlo.broadcast_in_dim %cst_545, dims = [] : (tensor<f32>) -> tensor<2x16xf32>
    %2065 = stablehlo.multiply %2064, %2061 : tensor<2x16xf32>
    %2066 = stablehlo.reshape %2065 : (tensor<2x16xf32>) -> tensor<4x4x2xf32>
    %2067 = stablehlo.transpose %2066, dims = [1, 2, 0] : (tensor<4x4x2xf32>) -> tensor<4x2x4xf32>
    %2068 = stablehlo.reshape %2067 : (tensor<4x2x4xf32>) -> tensor<8x4xf32>
    %2069 = stablehlo.multiply %2068, %arg241 : tensor<8x4xf32>
    %cst_546 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2070 = stablehlo.broadcast_in_dim %cst_546, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2071 = stablehlo.multiply %2070, %2069 : tensor<8x4xf32>
    %2072 = stablehlo.subtract %arg102, %2071 : tensor<8x4xf32>
    %2073 = stablehlo.multiply %arg51, %arg242 : tensor<8x4xf32>
    %2074 = stablehlo.reshape %2073 : (tensor<8x4xf32>) -> tensor<32xf32>
    %2075 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2076 = stablehlo.convert %2075 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_547 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2077 = stablehlo.broadcast_in_dim %cst_547, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2078 = stablehlo.multiply %2077, %2076 : tensor<32xf32>
    %2079 = stablehlo.cosine %2078 : tensor<32xf32>
    %2080 = stablehlo.convert %2079 : tensor<32xf32>
    %2081 = stablehlo.multiply %2074, %2080 : tensor<32xf32>
    %cst_548 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2082 = stablehlo.reduce(%2081 init: %cst_548) applies stablehlo.add across dimensions = [0] : (tensor<32xf32>, tensor<f32>) -> tensor<f32>
    %cst_549 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2083 = stablehlo.broadcast_in_dim %cst_549, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2084 = stablehlo.multiply %2083, %2080 : tensor<32xf32>
    %2085 = stablehlo.reshape %2084 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2086 = stablehlo.multiply %2085, %arg242 : tensor<8x4xf32>
    %cst_550 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2087 = stablehlo.broadcast_in_dim %cst_550, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2088 = stablehlo.multiply %2087, %2086 : tensor<8x4xf32>
    %2089 = stablehlo.subtract %arg51, %2088 : tensor<8x4xf32>
    %2090:3 = call @tril(%arg142) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>)
    %2091 = stablehlo.multiply %2090#0, %arg243 : tensor<8x4xf32>
    %2092 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2093 = stablehlo.convert %2092 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_551 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2094 = stablehlo.broadcast_in_dim %cst_551, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2095 = stablehlo.multiply %2094, %2093 : tensor<32xf32>
    %2096 = stablehlo.cosine %2095 : tensor<32xf32>
    %2097 = stablehlo.reshape %2096 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2098 = stablehlo.convert %2097 : tensor<8x4xf32>
    %2099 = stablehlo.multiply %2091, %2098 : tensor<8x4xf32>
    %cst_552 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2100 = stablehlo.reduce(%2099 init: %cst_552) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_553 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2101 = stablehlo.broadcast_in_dim %cst_553, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2102 = stablehlo.multiply %2101, %2098 : tensor<8x4xf32>
    %2103 = stablehlo.multiply %2102, %arg243 : tensor<8x4xf32>
    %2104 = call @tril_58(%2090#1, %2090#2, %2103) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_554 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2105 = stablehlo.broadcast_in_dim %cst_554, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2106 = stablehlo.multiply %2105, %2104 : tensor<8x4xf32>
    %2107 = stablehlo.subtract %arg142, %2106 : tensor<8x4xf32>
    %2108:3 = call @triu(%arg143) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>)
    %2109 = stablehlo.multiply %2108#0, %arg244 : tensor<8x4xf32>
    %2110 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2111 = stablehlo.convert %2110 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_555 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2112 = stablehlo.broadcast_in_dim %cst_555, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2113 = stablehlo.multiply %2112, %2111 : tensor<32xf32>
    %2114 = stablehlo.cosine %2113 : tensor<32xf32>
    %2115 = stablehlo.reshape %2114 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2116 = stablehlo.convert %2115 : tensor<8x4xf32>
    %2117 = stablehlo.multiply %2109, %2116 : tensor<8x4xf32>
    %cst_556 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2118 = stablehlo.reduce(%2117 init: %cst_556) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_557 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2119 = stablehlo.broadcast_in_dim %cst_557, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2120 = stablehlo.multiply %2119, %2116 : tensor<8x4xf32>
    %2121 = stablehlo.multiply %2120, %arg244 : tensor<8x4xf32>
    %2122 = call @triu_59(%2108#1, %2108#2, %2121) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_558 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2123 = stablehlo.broadcast_in_dim %cst_558, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2124 = stablehlo.multiply %2123, %2122 : tensor<8x4xf32>
    %2125 = stablehlo.subtract %arg143, %2124 : tensor<8x4xf32>
    %2126 = stablehlo.iota dim = 0 : tensor<8x4xi32>
    %2127 = stablehlo.iota dim = 1 : tensor<8x4xi32>
    %c_559 = stablehlo.constant dense<0> : tensor<i32>
    %2128 = stablehlo.broadcast_in_dim %c_559, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2129 = stablehlo.add %2126, %2128 : tensor<8x4xi32>
    %2130 = stablehlo.compare EQ, %2129, %2127, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %2131 = stablehlo.convert %2130 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %2132 = stablehlo.multiply %arg48, %2131 : tensor<8x4xf32>
    %2133 = stablehlo.add %2132, %arg245 : tensor<8x4xf32>
    %2134 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2135 = stablehlo.convert %2134 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_560 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2136 = stablehlo.broadcast_in_dim %cst_560, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2137 = stablehlo.multiply %2136, %2135 : tensor<32xf32>
    %2138 = stablehlo.cosine %2137 : tensor<32xf32>
    %2139 = stablehlo.reshape %2138 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2140 = stablehlo.convert %2139 : tensor<8x4xf32>
    %2141 = stablehlo.multiply %2133, %2140 : tensor<8x4xf32>
    %cst_561 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2142 = stablehlo.reduce(%2141 init: %cst_561) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_562 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2143 = stablehlo.broadcast_in_dim %cst_562, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2144 = stablehlo.multiply %2143, %2140 : tensor<8x4xf32>
    %2145 = stablehlo.multiply %2144, %2131 : tensor<8x4xf32>
    %cst_563 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2146 = stablehlo.broadcast_in_dim %cst_563, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2147 = stablehlo.multiply %2146, %2145 : tensor<8x4xf32>
    %2148 = stablehlo.subtract %arg48, %2147 : tensor<8x4xf32>
    %2149 = stablehlo.slice %arg246 [0:1, 0:4] : (tensor<8x4xf32>) -> tensor<1x4xf32>
    %2150 = stablehlo.reshape %2149 : (tensor<1x4xf32>) -> tensor<4xf32>
    %2151 = stablehlo.reshape %arg89 : (tensor<8x4xf32>) -> tensor<32xf32>
    %2152 = stablehlo.broadcast_in_dim %2151, dims = [0] : (tensor<32xf32>) -> tensor<32x1xf32>
    %2153 = stablehlo.broadcast_in_dim %2150, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %2154 = stablehlo.broadcast_in_dim %2152, dims = [0, 1] : (tensor<32x1xf32>) -> tensor<32x4xf32>
    %2155 = stablehlo.broadcast_in_dim %2153, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<32x4xf32>
    %2156 = stablehlo.multiply %2154, %2155 : tensor<32x4xf32>
    %2157 = stablehlo.iota dim = 0 : tensor<128xi32>
    %2158 = stablehlo.convert %2157 : (tensor<128xi32>) -> tensor<128xf32>
    %cst_564 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2159 = stablehlo.broadcast_in_dim %cst_564, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2160 = stablehlo.multiply %2159, %2158 : tensor<128xf32>
    %2161 = stablehlo.cosine %2160 : tensor<128xf32>
    %2162 = stablehlo.reshape %2161 : (tensor<128xf32>) -> tensor<32x4xf32>
    %2163 = stablehlo.convert %2162 : tensor<32x4xf32>
    %2164 = stablehlo.multiply %2156, %2163 : tensor<32x4xf32>
    %cst_565 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2165 = stablehlo.reduce(%2164 init: %cst_565) applies stablehlo.add across dimensions = [0, 1] : (tensor<32x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_566 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2166 = stablehlo.broadcast_in_dim %cst_566, dims = [] : (tensor<f32>) -> tensor<32x4xf32>
    %2167 = stablehlo.multiply %2166, %2163 : tensor<32x4xf32>
    %2168 = stablehlo.broadcast_in_dim %2153, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<32x4xf32>
    %2169 = stablehlo.multiply %2167, %2168 : tensor<32x4xf32>
    %cst_567 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2170 = stablehlo.reduce(%2169 init: %cst_567) applies stablehlo.add across dimensions = [1] : (tensor<32x4xf32>, tensor<f32>) -> tensor<32xf32>
    %2171 = stablehlo.reshape %2170 : (tensor<32xf32>) -> tensor<32x1xf32>
    %cst_568 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2172 = stablehlo.reduce(%2171 init: %cst_568) applies stablehlo.add across dimensions = [1] : (tensor<32x1xf32>, tensor<f32>) -> tensor<32xf32>
    %2173 = stablehlo.reshape %2172 : (tensor<32xf32>) -> tensor<8x4xf32>
    %cst_569 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2174 = stablehlo.broadcast_in_dim %cst_569, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2175 = stablehlo.multiply %2174, %2173 : tensor<8x4xf32>
    %2176 = stablehlo.subtract %arg89, %2175 : tensor<8x4xf32>
    %2177 = stablehlo.slice %arg65 [0:2, 0:2] : (tensor<8x4xf32>) -> tensor<2x2xf32>
    %2178:2 = call @kron(%2177, %arg247) : (tensor<2x2xf32>, tensor<8x4xf32>) -> (tensor<16x8xf32>, tensor<1x8x1x4xf32>)
    %2179 = stablehlo.iota dim = 0 : tensor<128xi32>
    %2180 = stablehlo.convert %2179 : (tensor<128xi32>) -> tensor<128xf32>
    %cst_570 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2181 = stablehlo.broadcast_in_dim %cst_570, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2182 = stablehlo.multiply %2181, %2180 : tensor<128xf32>
    %2183 = stablehlo.cosine %2182 : tensor<128xf32>
    %2184 = stablehlo.reshape %2183 : (tensor<128xf32>) -> tensor<16x8xf32>
    %2185 = stablehlo.convert %2184 : tensor<16x8xf32>
    %2186 = stablehlo.multiply %2178#0, %2185 : tensor<16x8xf32>
    %cst_571 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2187 = stablehlo.reduce(%2186 init: %cst_571) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_572 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2188 = stablehlo.broadcast_in_dim %cst_572, dims = [] : (tensor<f32>) -> tensor<16x8xf32>
    %2189 = stablehlo.multiply %2188, %2185 : tensor<16x8xf32>
    %2190 = call @kron_60(%2178#1, %2189) : (tensor<1x8x1x4xf32>, tensor<16x8xf32>) -> tensor<2x2xf32>
    %cst_573 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2191 = stablehlo.pad %2190, %cst_573, low = [0, 0], high = [6, 2], interior = [0, 0] : (tensor<2x2xf32>, tensor<f32>) -> tensor<8x4xf32>
    %cst_574 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2192 = stablehlo.broadcast_in_dim %cst_574, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2193 = stablehlo.multiply %2192, %2191 : tensor<8x4xf32>
    %2194 = stablehlo.subtract %arg65, %2193 : tensor<8x4xf32>
    %2195 = stablehlo.iota dim = 0 : tensor<4xf32>
    %2196 = stablehlo.broadcast_in_dim %2195, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %2197 = stablehlo.broadcast_in_dim %2196, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %2198 = stablehlo.multiply %arg62, %2197 : tensor<8x4xf32>
    %c_575 = stablehlo.constant dense<0> : tensor<i32>
    %c_576 = stablehlo.constant dense<1> : tensor<i32>
    %2199 = call @_linspace(%c_575, %c_576) : (tensor<i32>, tensor<i32>) -> tensor<8xf32>
    %2200 = stablehlo.broadcast_in_dim %2199, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %2201 = stablehlo.broadcast_in_dim %2200, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %2202 = stablehlo.multiply %2201, %arg248 : tensor<8x4xf32>
    %2203 = stablehlo.add %2198, %2202 : tensor<8x4xf32>
    %2204 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2205 = stablehlo.convert %2204 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_577 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2206 = stablehlo.broadcast_in_dim %cst_577, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2207 = stablehlo.multiply %2206, %2205 : tensor<32xf32>
    %2208 = stablehlo.cosine %2207 : tensor<32xf32>
    %2209 = stablehlo.reshape %2208 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2210 = stablehlo.convert %2209 : tensor<8x4xf32>
    %2211 = stablehlo.multiply %2203, %2210 : tensor<8x4xf32>
    %cst_578 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2212 = stablehlo.reduce(%2211 init: %cst_578) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_579 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2213 = stablehlo.broadcast_in_dim %cst_579, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2214 = stablehlo.multiply %2213, %2210 : tensor<8x4xf32>
    %2215 = stablehlo.broadcast_in_dim %2196, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %2216 = stablehlo.multiply %2214, %2215 : tensor<8x4xf32>
    %cst_580 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2217 = stablehlo.broadcast_in_dim %cst_580, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2218 = stablehlo.multiply %2217, %2216 : tensor<8x4xf32>
    %2219 = stablehlo.subtract %arg62, %2218 : tensor<8x4xf32>
    %2220 = stablehlo.transpose %arg249, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2221 = stablehlo.dot_general %2220, %arg76, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x8xf32>, tensor<8x4xf32>) -> tensor<4x4xf32>
    %2222 = stablehlo.iota dim = 0 : tensor<16xi32>
    %2223 = stablehlo.convert %2222 : (tensor<16xi32>) -> tensor<16xf32>
    %cst_581 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2224 = stablehlo.broadcast_in_dim %cst_581, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %2225 = stablehlo.multiply %2224, %2223 : tensor<16xf32>
    %2226 = stablehlo.cosine %2225 : tensor<16xf32>
    %2227 = stablehlo.reshape %2226 : (tensor<16xf32>) -> tensor<4x4xf32>
    %2228 = stablehlo.convert %2227 : tensor<4x4xf32>
    %2229 = stablehlo.multiply %2221, %2228 : tensor<4x4xf32>
    %cst_582 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2230 = stablehlo.reduce(%2229 init: %cst_582) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_583 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2231 = stablehlo.broadcast_in_dim %cst_583, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %2232 = stablehlo.multiply %2231, %2228 : tensor<4x4xf32>
    %2233 = stablehlo.dot_general %2232, %2220, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x4xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %2234 = stablehlo.transpose %2233, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %cst_584 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2235 = stablehlo.broadcast_in_dim %cst_584, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2236 = stablehlo.multiply %2235, %2234 : tensor<8x4xf32>
    %2237 = stablehlo.subtract %arg76, %2236 : tensor<8x4xf32>
    %2238 = stablehlo.transpose %arg250, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2239 = stablehlo.dot_general %arg141, %2238, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
    %2240 = stablehlo.iota dim = 0 : tensor<64xi32>
    %2241 = stablehlo.convert %2240 : (tensor<64xi32>) -> tensor<64xf32>
    %cst_585 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2242 = stablehlo.broadcast_in_dim %cst_585, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %2243 = stablehlo.multiply %2242, %2241 : tensor<64xf32>
    %2244 = stablehlo.cosine %2243 : tensor<64xf32>
    %2245 = stablehlo.reshape %2244 : (tensor<64xf32>) -> tensor<8x8xf32>
    %2246 = stablehlo.convert %2245 : tensor<8x8xf32>
    %2247 = stablehlo.multiply %2239, %2246 : tensor<8x8xf32>
    %cst_586 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2248 = stablehlo.reduce(%2247 init: %cst_586) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_587 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2249 = stablehlo.broadcast_in_dim %cst_587, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %2250 = stablehlo.multiply %2249, %2246 : tensor<8x8xf32>
    %2251 = stablehlo.dot_general %2250, %2238, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<8x8xf32>, tensor<4x8xf32>) -> tensor<8x4xf32>
    %cst_588 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2252 = stablehlo.broadcast_in_dim %cst_588, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2253 = stablehlo.multiply %2252, %2251 : tensor<8x4xf32>
    %2254 = stablehlo.subtract %arg141, %2253 : tensor<8x4xf32>
    %2255 = stablehlo.reshape %arg149 : (tensor<8x4xf32>) -> tensor<32xf32>
    %2256 = stablehlo.reshape %arg251 : (tensor<8x4xf32>) -> tensor<32xf32>
    %2257 = stablehlo.dot_general %2255, %2256, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<32xf32>, tensor<32xf32>) -> tensor<f32>
    %2258 = stablehlo.iota dim = 0 : tensor<1xi32>
    %2259 = stablehlo.convert %2258 : (tensor<1xi32>) -> tensor<1xf32>
    %cst_589 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2260 = stablehlo.broadcast_in_dim %cst_589, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %2261 = stablehlo.multiply %2260, %2259 : tensor<1xf32>
    %2262 = stablehlo.cosine %2261 : tensor<1xf32>
    %2263 = stablehlo.reshape %2262 : (tensor<1xf32>) -> tensor<f32>
    %2264 = stablehlo.convert %2263 : tensor<f32>
    %2265 = stablehlo.multiply %2257, %2264 : tensor<f32>
    %cst_590 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2266 = stablehlo.reduce(%2265 init: %cst_590) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %cst_591 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2267 = stablehlo.multiply %cst_591, %2264 : tensor<f32>
    %2268 = stablehlo.dot_general %2267, %2256, contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<f32>, tensor<32xf32>) -> tensor<32xf32>
    %2269 = stablehlo.reshape %2268 : (tensor<32xf32>) -> tensor<8x4xf32>
    %cst_592 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2270 = stablehlo.broadcast_in_dim %cst_592, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2271 = stablehlo.multiply %2270, %2269 : tensor<8x4xf32>
    %2272 = stablehlo.subtract %arg149, %2271 : tensor<8x4xf32>
    %2273 = stablehlo.dot_general %arg252, %arg41, batching_dims = [1] x [1], contracting_dims = [] x [], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<4x8x8xf32>
    %2274 = stablehlo.transpose %2273, dims = [1, 2, 0] : (tensor<4x8x8xf32>) -> tensor<8x8x4xf32>
    %2275 = stablehlo.iota dim = 0 : tensor<256xi32>
    %2276 = stablehlo.convert %2275 : (tensor<256xi32>) -> tensor<256xf32>
    %cst_593 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2277 = stablehlo.broadcast_in_dim %cst_593, dims = [] : (tensor<f32>) -> tensor<256xf32>
    %2278 = stablehlo.multiply %2277, %2276 : tensor<256xf32>
    %2279 = stablehlo.cosine %2278 : tensor<256xf32>
    %2280 = stablehlo.reshape %2279 : (tensor<256xf32>) -> tensor<8x8x4xf32>
    %2281 = stablehlo.convert %2280 : tensor<8x8x4xf32>
    %2282 = stablehlo.multiply %2274, %2281 : tensor<8x8x4xf32>
    %cst_594 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2283 = stablehlo.reduce(%2282 init: %cst_594) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<8x8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_595 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2284 = stablehlo.broadcast_in_dim %cst_595, dims = [] : (tensor<f32>) -> tensor<8x8x4xf32>
    %2285 = stablehlo.multiply %2284, %2281 : tensor<8x8x4xf32>
    %2286 = stablehlo.transpose %2285, dims = [2, 0, 1] : (tensor<8x8x4xf32>) -> tensor<4x8x8xf32>
    %2287 = stablehlo.dot_general %2286, %arg252, batching_dims = [0] x [1], contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x8x8xf32>, tensor<8x4xf32>) -> tensor<4x8xf32>
    %2288 = stablehlo.transpose %2287, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %cst_596 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2289 = stablehlo.broadcast_in_dim %cst_596, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2290 = stablehlo.multiply %2289, %2288 : tensor<8x4xf32>
    %2291 = stablehlo.subtract %arg41, %2290 : tensor<8x4xf32>
    %2292 = stablehlo.reshape %arg16 : (tensor<8x4xf32>) -> tensor<4x2x4xf32>
    %2293 = stablehlo.reshape %arg253 : (tensor<8x4xf32>) -> tensor<4x2x4xf32>
    %2294 = stablehlo.dot_general %2292, %2293, batching_dims = [0] x [0], contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<4x2x4xf32>, tensor<4x2x4xf32>) -> tensor<4x2x2xf32>
    %2295 = stablehlo.iota dim = 0 : tensor<16xi32>
    %2296 = stablehlo.convert %2295 : (tensor<16xi32>) -> tensor<16xf32>
    %cst_597 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2297 = stablehlo.broadcast_in_dim %cst_597, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %2298 = stablehlo.multiply %2297, %2296 : tensor<16xf32>
    %2299 = stablehlo.cosine %2298 : tensor<16xf32>
    %2300 = stablehlo.reshape %2299 : (tensor<16xf32>) -> tensor<4x2x2xf32>
    %2301 = stablehlo.convert %2300 : tensor<4x2x2xf32>
    %2302 = stablehlo.multiply %2294, %2301 : tensor<4x2x2xf32>
    %cst_598 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2303 = stablehlo.reduce(%2302 init: %cst_598) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<4x2x2xf32>, tensor<f32>) -> tensor<f32>
    %cst_599 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2304 = stablehlo.broadcast_in_dim %cst_599, dims = [] : (tensor<f32>) -> tensor<4x2x2xf32>
    %2305 = stablehlo.multiply %2304, %2301 : tensor<4x2x2xf32>
    %2306 = stablehlo.dot_general %2305, %2293, batching_dims = [0] x [0], contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<4x2x2xf32>, tensor<4x2x4xf32>) -> tensor<4x2x4xf32>
    %2307 = stablehlo.reshape %2306 : (tensor<4x2x4xf32>) -> tensor<8x4xf32>
    %cst_600 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2308 = stablehlo.broadcast_in_dim %cst_600, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2309 = stablehlo.multiply %2308, %2307 : tensor<8x4xf32>
    %2310 = stablehlo.subtract %arg16, %2309 : tensor<8x4xf32>
    %2311 = stablehlo.transpose %arg254, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2312 = stablehlo.convert %2311 : (tensor<4x8xf32>) -> tensor<4x8xbf16>
    %2313 = stablehlo.convert %arg18 : (tensor<8x4xf32>) -> tensor<8x4xbf16>
    %2314 = stablehlo.dot_general %2312, %2313, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x8xbf16>, tensor<8x4xbf16>) -> tensor<4x4xf32>
    %2315 = stablehlo.iota dim = 0 : tensor<16xi32>
    %2316 = stablehlo.convert %2315 : (tensor<16xi32>) -> tensor<16xf32>
    %cst_601 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2317 = stablehlo.broadcast_in_dim %cst_601, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %2318 = stablehlo.multiply %2317, %2316 : tensor<16xf32>
    %2319 = stablehlo.cosine %2318 : tensor<16xf32>
    %2320 = stablehlo.reshape %2319 : (tensor<16xf32>) -> tensor<4x4xf32>
    %2321 = stablehlo.convert %2320 : tensor<4x4xf32>
    %2322 = stablehlo.multiply %2314, %2321 : tensor<4x4xf32>
    %cst_602 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2323 = stablehlo.reduce(%2322 init: %cst_602) applies stablehlo.add across dimensions = [0, 1] : (tensor<4x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_603 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2324 = stablehlo.broadcast_in_dim %cst_603, dims = [] : (tensor<f32>) -> tensor<4x4xf32>
    %2325 = stablehlo.multiply %2324, %2321 : tensor<4x4xf32>
    %2326 = stablehlo.convert %2325 : tensor<4x4xf32>
    %2327 = stablehlo.convert %2312 : (tensor<4x8xbf16>) -> tensor<4x8xf32>
    %2328 = stablehlo.dot_general %2326, %2327, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<4x4xf32>, tensor<4x8xf32>) -> tensor<4x8xf32>
    %2329 = stablehlo.transpose %2328, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %2330 = stablehlo.convert %2329 : (tensor<8x4xf32>) -> tensor<8x4xbf16>
    %2331 = stablehlo.convert %2330 : (tensor<8x4xbf16>) -> tensor<8x4xf32>
    %cst_604 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2332 = stablehlo.broadcast_in_dim %cst_604, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2333 = stablehlo.multiply %2332, %2331 : tensor<8x4xf32>
    %2334 = stablehlo.subtract %arg18, %2333 : tensor<8x4xf32>
    %2335 = stablehlo.multiply %arg255, %arg14 : tensor<8x4xf32>
    %2336 = stablehlo.reshape %arg255 : (tensor<8x4xf32>) -> tensor<2x4x1x4xf32>
    %2337 = stablehlo.reshape %2335 : (tensor<8x4xf32>) -> tensor<2x4x1x4xf32>
    %2338 = stablehlo.reshape %arg14 : (tensor<8x4xf32>) -> tensor<2x4x1x4xf32>
    %2339 = stablehlo.reshape %2336 : (tensor<2x4x1x4xf32>) -> tensor<2x4x1x1x4xf32>
    %2340 = stablehlo.dot_general %2339, %2337, batching_dims = [0, 2] x [0, 2], contracting_dims = [4] x [3], precision = [DEFAULT, DEFAULT] : (tensor<2x4x1x1x4xf32>, tensor<2x4x1x4xf32>) -> tensor<2x1x4x1x4xf32>
    %cst_605 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2341 = stablehlo.broadcast_in_dim %cst_605, dims = [] : (tensor<f32>) -> tensor<2x1x4x1x4xf32>
    %2342 = stablehlo.multiply %2340, %2341 : tensor<2x1x4x1x4xf32>
    %c_606 = stablehlo.constant dense<true> : tensor<i1>
    %2343 = stablehlo.broadcast_in_dim %c_606, dims = [] : (tensor<i1>) -> tensor<2x1x4x4xi1>
    %c_607 = stablehlo.constant dense<true> : tensor<i1>
    %2344 = stablehlo.broadcast_in_dim %c_607, dims = [] : (tensor<i1>) -> tensor<4x4xi1>
    %2345 = call @tril_61(%2344) : (tensor<4x4xi1>) -> tensor<4x4xi1>
    %2346 = stablehlo.broadcast_in_dim %2345, dims = [2, 3] : (tensor<4x4xi1>) -> tensor<1x1x4x4xi1>
    %2347 = stablehlo.broadcast_in_dim %2346, dims = [0, 1, 2, 3] : (tensor<1x1x4x4xi1>) -> tensor<2x1x4x4xi1>
    %2348 = stablehlo.and %2343, %2347 : tensor<2x1x4x4xi1>
    %cst_608 = stablehlo.constant dense<-2.38197633E+38> : tensor<f32>
    %2349:3 = call @_where_62(%2348, %2342, %cst_608) : (tensor<2x1x4x4xi1>, tensor<2x1x4x1x4xf32>, tensor<f32>) -> (tensor<1x2x1x4x4xf32>, tensor<1x2x1x4x4xi1>, tensor<1x2x1x4x4xf32>)
    %cst_609 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %2350 = stablehlo.reduce(%2349#0 init: %cst_609) applies stablehlo.maximum across dimensions = [4] : (tensor<1x2x1x4x4xf32>, tensor<f32>) -> tensor<1x2x1x4xf32>
    %2351 = stablehlo.reshape %2350 : (tensor<1x2x1x4xf32>) -> tensor<1x2x1x4x1xf32>
    %2352 = stablehlo.broadcast_in_dim %2351, dims = [0, 1, 2, 3, 4] : (tensor<1x2x1x4x1xf32>) -> tensor<1x2x1x4x4xf32>
    %2353 = stablehlo.compare EQ, %2349#0, %2352, FLOAT : (tensor<1x2x1x4x4xf32>, tensor<1x2x1x4x4xf32>) -> tensor<1x2x1x4x4xi1>
    %2354 = stablehlo.convert %2353 : (tensor<1x2x1x4x4xi1>) -> tensor<1x2x1x4x4xf32>
    %cst_610 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2355 = stablehlo.reduce(%2354 init: %cst_610) applies stablehlo.add across dimensions = [4] : (tensor<1x2x1x4x4xf32>, tensor<f32>) -> tensor<1x2x1x4xf32>
    %cst_611 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %2356 = stablehlo.broadcast_in_dim %cst_611, dims = [] : (tensor<f32>) -> tensor<1x2x1x4xf32>
    %2357 = stablehlo.maximum %2356, %2350 : tensor<1x2x1x4xf32>
    %2358 = stablehlo.compare EQ, %2350, %2357, FLOAT : (tensor<1x2x1x4xf32>, tensor<1x2x1x4xf32>) -> tensor<1x2x1x4xi1>
    %cst_612 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2359 = stablehlo.broadcast_in_dim %cst_612, dims = [] : (tensor<f32>) -> tensor<1x2x1x4xf32>
    %cst_613 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2360 = stablehlo.broadcast_in_dim %cst_613, dims = [] : (tensor<f32>) -> tensor<1x2x1x4xf32>
    %2361 = stablehlo.select %2358, %2359, %2360 : tensor<1x2x1x4xi1>, tensor<1x2x1x4xf32>
    %cst_614 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %2362 = stablehlo.broadcast_in_dim %cst_614, dims = [] : (tensor<f32>) -> tensor<1x2x1x4xf32>
    %2363 = stablehlo.compare EQ, %2362, %2357, FLOAT : (tensor<1x2x1x4xf32>, tensor<1x2x1x4xf32>) -> tensor<1x2x1x4xi1>
    %cst_615 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %2364 = stablehlo.broadcast_in_dim %cst_615, dims = [] : (tensor<f32>) -> tensor<1x2x1x4xf32>
    %cst_616 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2365 = stablehlo.broadcast_in_dim %cst_616, dims = [] : (tensor<f32>) -> tensor<1x2x1x4xf32>
    %2366 = stablehlo.select %2363, %2364, %2365 : tensor<1x2x1x4xi1>, tensor<1x2x1x4xf32>
    %2367 = stablehlo.divide %2361, %2366 : tensor<1x2x1x4xf32>
    %2368 = stablehlo.broadcast_in_dim %2357, dims = [0, 1, 2, 3] : (tensor<1x2x1x4xf32>) -> tensor<1x2x1x4x1xf32>
    %2369 = stablehlo.broadcast_in_dim %2368, dims = [0, 1, 2, 3, 4] : (tensor<1x2x1x4x1xf32>) -> tensor<1x2x1x4x4xf32>
    %2370 = stablehlo.subtract %2349#0, %2369 : tensor<1x2x1x4x4xf32>
    %2371 = stablehlo.exponential %2370 : tensor<1x2x1x4x4xf32>
    %cst_617 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2372 = stablehlo.reduce(%2371 init: %cst_617) applies stablehlo.add across dimensions = [4] : (tensor<1x2x1x4x4xf32>, tensor<f32>) -> tensor<1x2x1x4xf32>
    %2373 = stablehlo.broadcast_in_dim %2372, dims = [0, 1, 2, 3] : (tensor<1x2x1x4xf32>) -> tensor<1x2x1x4x1xf32>
    %2374 = stablehlo.broadcast_in_dim %2373, dims = [0, 1, 2, 3, 4] : (tensor<1x2x1x4x1xf32>) -> tensor<1x2x1x4x4xf32>
    %2375 = stablehlo.divide %2371, %2374 : tensor<1x2x1x4x4xf32>
    %2376 = stablehlo.multiply %2373, %2373 : tensor<1x2x1x4x1xf32>
    %cst_618 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2377 = stablehlo.broadcast_in_dim %cst_618, dims = [] : (tensor<f32>) -> tensor<1x2x1x4x1xf32>
    %2378 = stablehlo.divide %2377, %2376 : tensor<1x2x1x4x1xf32>
    %2379 = stablehlo.dot_general %2338, %2375, batching_dims = [0, 2] x [1, 2], contracting_dims = [1] x [4], precision = [DEFAULT, DEFAULT] : (tensor<2x4x1x4xf32>, tensor<1x2x1x4x4xf32>) -> tensor<2x1x4x1x4xf32>
    %2380 = stablehlo.transpose %2379, dims = [3, 0, 4, 1, 2] : (tensor<2x1x4x1x4xf32>) -> tensor<1x2x4x1x4xf32>
    %2381 = stablehlo.transpose %2380, dims = [1, 2, 3, 0, 4] : (tensor<1x2x4x1x4xf32>) -> tensor<2x4x1x1x4xf32>
    %2382 = stablehlo.reshape %2381 : (tensor<2x4x1x1x4xf32>) -> tensor<2x4x1x4xf32>
    %2383 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2384 = stablehlo.convert %2383 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_619 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2385 = stablehlo.broadcast_in_dim %cst_619, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2386 = stablehlo.multiply %2385, %2384 : tensor<32xf32>
    %2387 = stablehlo.cosine %2386 : tensor<32xf32>
    %2388 = stablehlo.reshape %2387 : (tensor<32xf32>) -> tensor<2x4x1x4xf32>
    %2389 = stablehlo.convert %2388 : tensor<2x4x1x4xf32>
    %2390 = stablehlo.multiply %2382, %2389 : tensor<2x4x1x4xf32>
    %cst_620 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2391 = stablehlo.reduce(%2390 init: %cst_620) applies stablehlo.add across dimensions = [0, 1, 2, 3] : (tensor<2x4x1x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_621 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2392 = stablehlo.broadcast_in_dim %cst_621, dims = [] : (tensor<f32>) -> tensor<2x4x1x4xf32>
    %2393 = stablehlo.multiply %2392, %2389 : tensor<2x4x1x4xf32>
    %2394 = stablehlo.reshape %2393 : (tensor<2x4x1x4xf32>) -> tensor<2x4x1x1x4xf32>
    %2395 = stablehlo.transpose %2394, dims = [3, 0, 1, 2, 4] : (tensor<2x4x1x1x4xf32>) -> tensor<1x2x4x1x4xf32>
    %2396 = stablehlo.transpose %2395, dims = [1, 3, 4, 0, 2] : (tensor<1x2x4x1x4xf32>) -> tensor<2x1x4x1x4xf32>
    %2397 = stablehlo.dot_general %2396, %2338, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<2x1x4x1x4xf32>, tensor<2x4x1x4xf32>) -> tensor<2x1x1x4x4xf32>
    %2398 = stablehlo.transpose %2397, dims = [2, 0, 1, 3, 4] : (tensor<2x1x1x4x4xf32>) -> tensor<1x2x1x4x4xf32>
    %2399 = stablehlo.dot_general %2396, %2375, batching_dims = [0, 1] x [1, 2], contracting_dims = [3, 4] x [0, 3], precision = [DEFAULT, DEFAULT] : (tensor<2x1x4x1x4xf32>, tensor<1x2x1x4x4xf32>) -> tensor<2x1x4x4xf32>
    %2400 = stablehlo.transpose %2399, dims = [0, 3, 1, 2] : (tensor<2x1x4x4xf32>) -> tensor<2x4x1x4xf32>
    %2401 = stablehlo.broadcast_in_dim %2378, dims = [0, 1, 2, 3, 4] : (tensor<1x2x1x4x1xf32>) -> tensor<1x2x1x4x4xf32>
    %2402 = stablehlo.multiply %2398, %2401 : tensor<1x2x1x4x4xf32>
    %2403 = stablehlo.multiply %2402, %2371 : tensor<1x2x1x4x4xf32>
    %cst_622 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2404 = stablehlo.reduce(%2403 init: %cst_622) applies stablehlo.add across dimensions = [4] : (tensor<1x2x1x4x4xf32>, tensor<f32>) -> tensor<1x2x1x4xf32>
    %2405 = stablehlo.reshape %2404 : (tensor<1x2x1x4xf32>) -> tensor<1x2x1x4x1xf32>
    %2406 = stablehlo.negate %2405 : tensor<1x2x1x4x1xf32>
    %2407 = stablehlo.broadcast_in_dim %2373, dims = [0, 1, 2, 3, 4] : (tensor<1x2x1x4x1xf32>) -> tensor<1x2x1x4x4xf32>
    %2408 = stablehlo.divide %2398, %2407 : tensor<1x2x1x4x4xf32>
    %cst_623 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2409 = stablehlo.reduce(%2406 init: %cst_623) applies stablehlo.add across dimensions = [0, 2, 4] : (tensor<1x2x1x4x1xf32>, tensor<f32>) -> tensor<2x4xf32>
    %2410 = stablehlo.broadcast_in_dim %2409, dims = [1, 3] : (tensor<2x4xf32>) -> tensor<1x2x1x4xf32>
    %2411 = stablehlo.broadcast_in_dim %2410, dims = [0, 1, 2, 3] : (tensor<1x2x1x4xf32>) -> tensor<1x2x1x4x4xf32>
    %2412 = stablehlo.add %2408, %2411 : tensor<1x2x1x4x4xf32>
    %2413 = stablehlo.multiply %2412, %2371 : tensor<1x2x1x4x4xf32>
    %2414 = call @_where_63(%2349#1, %2349#2, %2413) : (tensor<1x2x1x4x4xi1>, tensor<1x2x1x4x4xf32>, tensor<1x2x1x4x4xf32>) -> tensor<2x1x4x1x4xf32>
    %cst_624 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2415 = stablehlo.broadcast_in_dim %cst_624, dims = [] : (tensor<f32>) -> tensor<2x1x4x1x4xf32>
    %2416 = stablehlo.multiply %2414, %2415 : tensor<2x1x4x1x4xf32>
    %2417 = stablehlo.dot_general %2416, %2339, batching_dims = [0, 1] x [0, 2], contracting_dims = [2, 3] x [1, 3], precision = [DEFAULT, DEFAULT] : (tensor<2x1x4x1x4xf32>, tensor<2x4x1x1x4xf32>) -> tensor<2x1x4x4xf32>
    %2418 = stablehlo.transpose %2417, dims = [0, 2, 1, 3] : (tensor<2x1x4x4xf32>) -> tensor<2x4x1x4xf32>
    %2419 = stablehlo.reshape %2400 : (tensor<2x4x1x4xf32>) -> tensor<8x4xf32>
    %2420 = stablehlo.reshape %2418 : (tensor<2x4x1x4xf32>) -> tensor<8x4xf32>
    %2421 = stablehlo.multiply %arg255, %2420 : tensor<8x4xf32>
    %2422 = stablehlo.add %2419, %2421 : tensor<8x4xf32>
    %cst_625 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2423 = stablehlo.broadcast_in_dim %cst_625, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2424 = stablehlo.multiply %2423, %2422 : tensor<8x4xf32>
    %2425 = stablehlo.subtract %arg14, %2424 : tensor<8x4xf32>
    %2426 = stablehlo.transpose %arg36, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2427 = stablehlo.dot_general %arg256, %2426, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
    %2428:3 = call @log_softmax_64(%2427) : (tensor<8x8xf32>) -> (tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x1xf32>)
    %2429 = stablehlo.iota dim = 0 : tensor<8xi32>
    %c_626 = stablehlo.constant dense<0> : tensor<i32>
    %2430 = stablehlo.broadcast_in_dim %c_626, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %2431 = stablehlo.compare LT, %2429, %2430, SIGNED : (tensor<8xi32>, tensor<8xi32>) -> tensor<8xi1>
    %c_627 = stablehlo.constant dense<8> : tensor<i32>
    %2432 = stablehlo.broadcast_in_dim %c_627, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %2433 = stablehlo.add %2429, %2432 : tensor<8xi32>
    %2434 = stablehlo.select %2431, %2433, %2429 : tensor<8xi1>, tensor<8xi32>
    %c_628 = stablehlo.constant dense<0> : tensor<i32>
    %2435 = stablehlo.broadcast_in_dim %c_628, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %2436 = stablehlo.compare LT, %c_5, %2435, SIGNED : (tensor<8xi32>, tensor<8xi32>) -> tensor<8xi1>
    %c_629 = stablehlo.constant dense<8> : tensor<i32>
    %2437 = stablehlo.broadcast_in_dim %c_629, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %2438 = stablehlo.add %c_5, %2437 : tensor<8xi32>
    %2439 = stablehlo.select %2436, %2438, %c_5 : tensor<8xi1>, tensor<8xi32>
    %2440 = stablehlo.broadcast_in_dim %2434, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %2441 = stablehlo.broadcast_in_dim %2439, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %2442 = stablehlo.concatenate %2440, %2441, dim = 1 : (tensor<8x1xi32>, tensor<8x1xi32>) -> tensor<8x2xi32>
    %2443 = "stablehlo.gather"(%2428#0, %2442) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [0, 1], start_index_map = [0, 1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<8x8xf32>, tensor<8x2xi32>) -> tensor<8xf32>
    %2444 = stablehlo.negate %2443 : tensor<8xf32>
    %2445 = stablehlo.iota dim = 0 : tensor<8xi32>
    %2446 = stablehlo.convert %2445 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_630 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2447 = stablehlo.broadcast_in_dim %cst_630, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2448 = stablehlo.multiply %2447, %2446 : tensor<8xf32>
    %2449 = stablehlo.cosine %2448 : tensor<8xf32>
    %2450 = stablehlo.convert %2449 : tensor<8xf32>
    %2451 = stablehlo.multiply %2444, %2450 : tensor<8xf32>
    %cst_631 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2452 = stablehlo.reduce(%2451 init: %cst_631) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_632 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2453 = stablehlo.broadcast_in_dim %cst_632, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2454 = stablehlo.multiply %2453, %2450 : tensor<8xf32>
    %2455 = stablehlo.negate %2454 : tensor<8xf32>
    %cst_633 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2456 = stablehlo.broadcast_in_dim %cst_633, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %2457 = "stablehlo.scatter"(%2456, %2442, %2455) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0, 1], scatter_dims_to_operand_dims = [0, 1], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.add %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<8x8xf32>, tensor<8x2xi32>, tensor<8xf32>) -> tensor<8x8xf32>
    %2458 = call @log_softmax_65(%2428#1, %2428#2, %2457) : (tensor<8x8xf32>, tensor<8x1xf32>, tensor<8x8xf32>) -> tensor<8x8xf32>
    %2459 = stablehlo.dot_general %2458, %arg256, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x8xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %2460 = stablehlo.transpose %2459, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2461 = stablehlo.transpose %2460, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %cst_634 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2462 = stablehlo.broadcast_in_dim %cst_634, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2463 = stablehlo.multiply %2462, %2461 : tensor<8x4xf32>
    %2464 = stablehlo.subtract %arg36, %2463 : tensor<8x4xf32>
    %2465 = stablehlo.slice %arg257 [0:8, 0:1] : (tensor<8x4xf32>) -> tensor<8x1xf32>
    %2466 = stablehlo.reshape %2465 : (tensor<8x1xf32>) -> tensor<8xf32>
    %2467 = stablehlo.abs %2466 : tensor<8xf32>
    %cst_635 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %2468 = stablehlo.broadcast_in_dim %cst_635, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2469 = stablehlo.multiply %2467, %2468 : tensor<8xf32>
    %2470 = stablehlo.convert %2469 : (tensor<8xf32>) -> tensor<8xi32>
    %2471 = call @_one_hot(%2470) : (tensor<8xi32>) -> tensor<8x8xf32>
    %2472 = stablehlo.dot_general %2471, %arg88, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x8xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %2473 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2474 = stablehlo.convert %2473 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_636 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2475 = stablehlo.broadcast_in_dim %cst_636, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2476 = stablehlo.multiply %2475, %2474 : tensor<32xf32>
    %2477 = stablehlo.cosine %2476 : tensor<32xf32>
    %2478 = stablehlo.reshape %2477 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2479 = stablehlo.convert %2478 : tensor<8x4xf32>
    %2480 = stablehlo.multiply %2472, %2479 : tensor<8x4xf32>
    %cst_637 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2481 = stablehlo.reduce(%2480 init: %cst_637) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_638 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2482 = stablehlo.broadcast_in_dim %cst_638, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2483 = stablehlo.multiply %2482, %2479 : tensor<8x4xf32>
    %2484 = stablehlo.dot_general %2483, %2471, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf32>, tensor<8x8xf32>) -> tensor<4x8xf32>
    %2485 = stablehlo.transpose %2484, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %cst_639 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2486 = stablehlo.broadcast_in_dim %cst_639, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2487 = stablehlo.multiply %2486, %2485 : tensor<8x4xf32>
    %2488 = stablehlo.subtract %arg88, %2487 : tensor<8x4xf32>
    %cst_640 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2489 = stablehlo.reduce(%arg258 init: %cst_640) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %2490 = stablehlo.broadcast_in_dim %2489, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %cst_641 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %2491 = stablehlo.broadcast_in_dim %cst_641, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %2492 = stablehlo.divide %2490, %2491 : tensor<8x1xf32>
    %2493 = stablehlo.broadcast_in_dim %2492, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %2494 = stablehlo.subtract %arg258, %2493 : tensor<8x4xf32>
    %c_642 = stablehlo.constant dense<0> : tensor<i32>
    %2495 = call @_var_66(%arg258, %c_642) : (tensor<8x4xf32>, tensor<i32>) -> tensor<8x1xf32>
    %cst_643 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %2496 = stablehlo.broadcast_in_dim %cst_643, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %2497 = stablehlo.add %2495, %2496 : tensor<8x1xf32>
    %2498 = stablehlo.rsqrt %2497 : tensor<8x1xf32>
    %2499 = stablehlo.broadcast_in_dim %2498, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %2500 = stablehlo.multiply %2494, %2499 : tensor<8x4xf32>
    %2501 = stablehlo.multiply %2500, %arg67 : tensor<8x4xf32>
    %2502 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2503 = stablehlo.convert %2502 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_644 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2504 = stablehlo.broadcast_in_dim %cst_644, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2505 = stablehlo.multiply %2504, %2503 : tensor<32xf32>
    %2506 = stablehlo.cosine %2505 : tensor<32xf32>
    %2507 = stablehlo.reshape %2506 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2508 = stablehlo.convert %2507 : tensor<8x4xf32>
    %2509 = stablehlo.multiply %2501, %2508 : tensor<8x4xf32>
    %cst_645 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2510 = stablehlo.reduce(%2509 init: %cst_645) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_646 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2511 = stablehlo.broadcast_in_dim %cst_646, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2512 = stablehlo.multiply %2511, %2508 : tensor<8x4xf32>
    %2513 = stablehlo.multiply %2500, %2512 : tensor<8x4xf32>
    %cst_647 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2514 = stablehlo.broadcast_in_dim %cst_647, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2515 = stablehlo.multiply %2514, %2513 : tensor<8x4xf32>
    %2516 = stablehlo.subtract %arg67, %2515 : tensor<8x4xf32>
    %cst_648 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2517 = stablehlo.reduce(%arg259 init: %cst_648) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %cst_649 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %2518 = stablehlo.broadcast_in_dim %cst_649, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2519 = stablehlo.divide %2517, %2518 : tensor<4xf32>
    %2520 = stablehlo.broadcast_in_dim %2519, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %2521 = stablehlo.broadcast_in_dim %2520, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %2522 = stablehlo.subtract %arg259, %2521 : tensor<8x4xf32>
    %c_650 = stablehlo.constant dense<0> : tensor<i32>
    %2523 = call @_var_68(%arg259, %c_650) : (tensor<8x4xf32>, tensor<i32>) -> tensor<4xf32>
    %cst_651 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %2524 = stablehlo.broadcast_in_dim %cst_651, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2525 = stablehlo.add %2523, %2524 : tensor<4xf32>
    %2526 = stablehlo.rsqrt %2525 : tensor<4xf32>
    %2527 = stablehlo.broadcast_in_dim %2526, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %2528 = stablehlo.broadcast_in_dim %2527, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %2529 = stablehlo.multiply %2522, %2528 : tensor<8x4xf32>
    %2530 = stablehlo.multiply %2529, %arg15 : tensor<8x4xf32>
    %2531 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2532 = stablehlo.convert %2531 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_652 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2533 = stablehlo.broadcast_in_dim %cst_652, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2534 = stablehlo.multiply %2533, %2532 : tensor<32xf32>
    %2535 = stablehlo.cosine %2534 : tensor<32xf32>
    %2536 = stablehlo.reshape %2535 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2537 = stablehlo.convert %2536 : tensor<8x4xf32>
    %2538 = stablehlo.multiply %2530, %2537 : tensor<8x4xf32>
    %cst_653 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2539 = stablehlo.reduce(%2538 init: %cst_653) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_654 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2540 = stablehlo.broadcast_in_dim %cst_654, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2541 = stablehlo.multiply %2540, %2537 : tensor<8x4xf32>
    %2542 = stablehlo.multiply %2529, %2541 : tensor<8x4xf32>
    %cst_655 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2543 = stablehlo.broadcast_in_dim %cst_655, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2544 = stablehlo.multiply %2543, %2542 : tensor<8x4xf32>
    %2545 = stablehlo.subtract %arg15, %2544 : tensor<8x4xf32>
    %2546 = stablehlo.transpose %arg100, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2547 = stablehlo.dot_general %arg260, %2546, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
    %2548 = stablehlo.sine %2547 : tensor<8x8xf32>
    %2549 = stablehlo.iota dim = 0 : tensor<64xi32>
    %2550 = stablehlo.convert %2549 : (tensor<64xi32>) -> tensor<64xf32>
    %cst_656 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2551 = stablehlo.broadcast_in_dim %cst_656, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %2552 = stablehlo.multiply %2551, %2550 : tensor<64xf32>
    %2553 = stablehlo.cosine %2552 : tensor<64xf32>
    %2554 = stablehlo.reshape %2553 : (tensor<64xf32>) -> tensor<8x8xf32>
    %2555 = stablehlo.convert %2554 : tensor<8x8xf32>
    %2556 = stablehlo.multiply %2548, %2555 : tensor<8x8xf32>
    %cst_657 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2557 = stablehlo.reduce(%2556 init: %cst_657) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<f32>
    %cst_658 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2558 = stablehlo.broadcast_in_dim %cst_658, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %2559 = stablehlo.multiply %2558, %2555 : tensor<8x8xf32>
    %2560:3 = stablehlo.optimization_barrier %arg100, %arg260, %2559 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x8xf32>
    %2561 = stablehlo.transpose %2560#0, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2562 = stablehlo.dot_general %2560#1, %2561, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x4xf32>, tensor<4x8xf32>) -> tensor<8x8xf32>
    %2563 = stablehlo.cosine %2562 : tensor<8x8xf32>
    %2564 = stablehlo.multiply %2560#2, %2563 : tensor<8x8xf32>
    %2565 = stablehlo.dot_general %2564, %2560#1, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<8x8xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %2566 = stablehlo.transpose %2565, dims = [1, 0] : (tensor<8x4xf32>) -> tensor<4x8xf32>
    %2567 = stablehlo.transpose %2566, dims = [1, 0] : (tensor<4x8xf32>) -> tensor<8x4xf32>
    %cst_659 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2568 = stablehlo.broadcast_in_dim %cst_659, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2569 = stablehlo.multiply %2568, %2567 : tensor<8x4xf32>
    %2570 = stablehlo.subtract %arg100, %2569 : tensor<8x4xf32>
    %2571 = stablehlo.broadcast_in_dim %arg150, dims = [0, 1] : (tensor<8x4xf32>) -> tensor<8x4x1xf32>
    %2572 = stablehlo.broadcast_in_dim %arg261, dims = [0, 2] : (tensor<8x4xf32>) -> tensor<8x1x4xf32>
    %2573 = stablehlo.broadcast_in_dim %2571, dims = [0, 1, 2] : (tensor<8x4x1xf32>) -> tensor<8x4x4xf32>
    %2574 = stablehlo.broadcast_in_dim %2572, dims = [0, 1, 2] : (tensor<8x1x4xf32>) -> tensor<8x4x4xf32>
    %2575 = stablehlo.multiply %2573, %2574 : tensor<8x4x4xf32>
    %2576 = stablehlo.iota dim = 0 : tensor<128xi32>
    %2577 = stablehlo.convert %2576 : (tensor<128xi32>) -> tensor<128xf32>
    %cst_660 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2578 = stablehlo.broadcast_in_dim %cst_660, dims = [] : (tensor<f32>) -> tensor<128xf32>
    %2579 = stablehlo.multiply %2578, %2577 : tensor<128xf32>
    %2580 = stablehlo.cosine %2579 : tensor<128xf32>
    %2581 = stablehlo.reshape %2580 : (tensor<128xf32>) -> tensor<8x4x4xf32>
    %2582 = stablehlo.convert %2581 : tensor<8x4x4xf32>
    %2583 = stablehlo.multiply %2575, %2582 : tensor<8x4x4xf32>
    %cst_661 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2584 = stablehlo.reduce(%2583 init: %cst_661) applies stablehlo.add across dimensions = [0, 1, 2] : (tensor<8x4x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_662 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2585 = stablehlo.broadcast_in_dim %cst_662, dims = [] : (tensor<f32>) -> tensor<8x4x4xf32>
    %2586 = stablehlo.multiply %2585, %2582 : tensor<8x4x4xf32>
    %2587 = stablehlo.broadcast_in_dim %2572, dims = [0, 1, 2] : (tensor<8x1x4xf32>) -> tensor<8x4x4xf32>
    %2588 = stablehlo.multiply %2586, %2587 : tensor<8x4x4xf32>
    %cst_663 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2589 = stablehlo.reduce(%2588 init: %cst_663) applies stablehlo.add across dimensions = [2] : (tensor<8x4x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %2590 = stablehlo.reshape %2589 : (tensor<8x4xf32>) -> tensor<8x4x1xf32>
    %cst_664 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2591 = stablehlo.reduce(%2590 init: %cst_664) applies stablehlo.add across dimensions = [2] : (tensor<8x4x1xf32>, tensor<f32>) -> tensor<8x4xf32>
    %cst_665 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2592 = stablehlo.broadcast_in_dim %cst_665, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2593 = stablehlo.multiply %2592, %2591 : tensor<8x4xf32>
    %2594 = stablehlo.subtract %arg150, %2593 : tensor<8x4xf32>
    %cst_666 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_667 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2595 = call @_uniform(%c_6, %cst_666, %cst_667) : (tensor<2xui32>, tensor<f32>, tensor<f32>) -> tensor<8x4xf32>
    %2596 = stablehlo.multiply %arg146, %2595 : tensor<8x4xf32>
    %2597 = stablehlo.multiply %2596, %arg262 : tensor<8x4xf32>
    %2598 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2599 = stablehlo.convert %2598 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_668 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2600 = stablehlo.broadcast_in_dim %cst_668, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2601 = stablehlo.multiply %2600, %2599 : tensor<32xf32>
    %2602 = stablehlo.cosine %2601 : tensor<32xf32>
    %2603 = stablehlo.reshape %2602 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2604 = stablehlo.convert %2603 : tensor<8x4xf32>
    %2605 = stablehlo.multiply %2597, %2604 : tensor<8x4xf32>
    %cst_669 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2606 = stablehlo.reduce(%2605 init: %cst_669) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_670 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2607 = stablehlo.broadcast_in_dim %cst_670, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2608 = stablehlo.multiply %2607, %2604 : tensor<8x4xf32>
    %2609 = stablehlo.multiply %2608, %arg262 : tensor<8x4xf32>
    %2610 = stablehlo.multiply %2609, %2595 : tensor<8x4xf32>
    %cst_671 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2611 = stablehlo.broadcast_in_dim %cst_671, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2612 = stablehlo.multiply %2611, %2610 : tensor<8x4xf32>
    %2613 = stablehlo.subtract %arg146, %2612 : tensor<8x4xf32>
    %cst_672 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2614 = call @_bernoulli(%c_6, %cst_672) : (tensor<2xui32>, tensor<f32>) -> tensor<8x4xi1>
    %2615:2 = call @_where_33(%2614, %arg17, %arg263) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %2616 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2617 = stablehlo.convert %2616 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_673 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2618 = stablehlo.broadcast_in_dim %cst_673, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2619 = stablehlo.multiply %2618, %2617 : tensor<32xf32>
    %2620 = stablehlo.cosine %2619 : tensor<32xf32>
    %2621 = stablehlo.reshape %2620 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2622 = stablehlo.convert %2621 : tensor<8x4xf32>
    %2623 = stablehlo.multiply %2615#0, %2622 : tensor<8x4xf32>
    %cst_674 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2624 = stablehlo.reduce(%2623 init: %cst_674) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_675 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2625 = stablehlo.broadcast_in_dim %cst_675, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2626 = stablehlo.multiply %2625, %2622 : tensor<8x4xf32>
    %2627 = call @_where_34(%2614, %2615#1, %2626) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_676 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2628 = stablehlo.broadcast_in_dim %cst_676, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2629 = stablehlo.multiply %2628, %2627 : tensor<8x4xf32>
    %2630 = stablehlo.subtract %arg17, %2629 : tensor<8x4xf32>
    %2631 = stablehlo.slice %arg264 [0:1, 0:1] : (tensor<8x4xf32>) -> tensor<1x1xf32>
    %2632 = stablehlo.reshape %2631 : (tensor<1x1xf32>) -> tensor<f32>
    %2633 = stablehlo.abs %2632 : tensor<f32>
    %cst_677 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2634 = stablehlo.multiply %2633, %cst_677 : tensor<f32>
    %2635 = stablehlo.convert %2634 : (tensor<f32>) -> tensor<i32>
    %2636 = stablehlo.convert %2635 : (tensor<i32>) -> tensor<ui32>
    %2637 = call @_threefry_fold_in(%c_6, %2636) : (tensor<2xui32>, tensor<ui32>) -> tensor<2xui32>
    %cst_678 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_679 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2638 = call @_uniform(%2637, %cst_678, %cst_679) : (tensor<2xui32>, tensor<f32>, tensor<f32>) -> tensor<8x4xf32>
    %2639 = stablehlo.multiply %arg55, %2638 : tensor<8x4xf32>
    %2640 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2641 = stablehlo.convert %2640 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_680 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2642 = stablehlo.broadcast_in_dim %cst_680, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2643 = stablehlo.multiply %2642, %2641 : tensor<32xf32>
    %2644 = stablehlo.cosine %2643 : tensor<32xf32>
    %2645 = stablehlo.reshape %2644 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2646 = stablehlo.convert %2645 : tensor<8x4xf32>
    %2647 = stablehlo.multiply %2639, %2646 : tensor<8x4xf32>
    %cst_681 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2648 = stablehlo.reduce(%2647 init: %cst_681) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_682 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2649 = stablehlo.broadcast_in_dim %cst_682, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2650 = stablehlo.multiply %2649, %2646 : tensor<8x4xf32>
    %2651 = stablehlo.multiply %2650, %2638 : tensor<8x4xf32>
    %cst_683 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2652 = stablehlo.broadcast_in_dim %cst_683, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2653 = stablehlo.multiply %2652, %2651 : tensor<8x4xf32>
    %2654 = stablehlo.subtract %arg55, %2653 : tensor<8x4xf32>
    %2655 = stablehlo.multiply %arg7, %arg265 : tensor<8x4xf32>
    %2656 = call @argmax(%2655) : (tensor<8x4xf32>) -> tensor<8xi32>
    %2657 = stablehlo.convert %2656 : (tensor<8xi32>) -> tensor<8xf32>
    %2658 = stablehlo.iota dim = 0 : tensor<8xi32>
    %2659 = stablehlo.convert %2658 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_684 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2660 = stablehlo.broadcast_in_dim %cst_684, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2661 = stablehlo.multiply %2660, %2659 : tensor<8xf32>
    %2662 = stablehlo.cosine %2661 : tensor<8xf32>
    %2663 = stablehlo.convert %2662 : tensor<8xf32>
    %2664 = stablehlo.multiply %2657, %2663 : tensor<8xf32>
    %cst_685 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2665 = stablehlo.reduce(%2664 init: %cst_685) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_686 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2666 = stablehlo.broadcast_in_dim %cst_686, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2667 = stablehlo.multiply %arg7, %2666 : tensor<8x4xf32>
    %2668 = stablehlo.tanh %2665 : tensor<f32>
    %cst_687 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2669 = stablehlo.multiply %2668, %cst_687 : tensor<f32>
    %2670 = stablehlo.broadcast_in_dim %2669, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2671 = stablehlo.add %2667, %2670 : tensor<8x4xf32>
    %2672 = stablehlo.multiply %arg8, %arg266 : tensor<8x4xf32>
    %2673 = call @argmin(%2672) : (tensor<8x4xf32>) -> tensor<4xi32>
    %2674 = stablehlo.convert %2673 : (tensor<4xi32>) -> tensor<4xf32>
    %2675 = stablehlo.iota dim = 0 : tensor<4xi32>
    %2676 = stablehlo.convert %2675 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_688 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2677 = stablehlo.broadcast_in_dim %cst_688, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2678 = stablehlo.multiply %2677, %2676 : tensor<4xf32>
    %2679 = stablehlo.cosine %2678 : tensor<4xf32>
    %2680 = stablehlo.convert %2679 : tensor<4xf32>
    %2681 = stablehlo.multiply %2674, %2680 : tensor<4xf32>
    %cst_689 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2682 = stablehlo.reduce(%2681 init: %cst_689) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_690 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2683 = stablehlo.broadcast_in_dim %cst_690, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2684 = stablehlo.multiply %arg8, %2683 : tensor<8x4xf32>
    %2685 = stablehlo.tanh %2682 : tensor<f32>
    %cst_691 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2686 = stablehlo.multiply %2685, %cst_691 : tensor<f32>
    %2687 = stablehlo.broadcast_in_dim %2686, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2688 = stablehlo.add %2684, %2687 : tensor<8x4xf32>
    %2689 = stablehlo.compare GT, %arg5, %arg267, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %c_692 = stablehlo.constant dense<false> : tensor<i1>
    %2690 = stablehlo.reduce(%2689 init: %c_692) applies stablehlo.or across dimensions = [1] : (tensor<8x4xi1>, tensor<i1>) -> tensor<8xi1>
    %2691 = stablehlo.convert %2690 : (tensor<8xi1>) -> tensor<8xf32>
    %2692 = stablehlo.iota dim = 0 : tensor<8xi32>
    %2693 = stablehlo.convert %2692 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_693 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2694 = stablehlo.broadcast_in_dim %cst_693, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2695 = stablehlo.multiply %2694, %2693 : tensor<8xf32>
    %2696 = stablehlo.cosine %2695 : tensor<8xf32>
    %2697 = stablehlo.convert %2696 : tensor<8xf32>
    %2698 = stablehlo.multiply %2691, %2697 : tensor<8xf32>
    %cst_694 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2699 = stablehlo.reduce(%2698 init: %cst_694) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_695 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2700 = stablehlo.broadcast_in_dim %cst_695, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2701 = stablehlo.multiply %arg5, %2700 : tensor<8x4xf32>
    %2702 = stablehlo.tanh %2699 : tensor<f32>
    %cst_696 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2703 = stablehlo.multiply %2702, %cst_696 : tensor<f32>
    %2704 = stablehlo.broadcast_in_dim %2703, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2705 = stablehlo.add %2701, %2704 : tensor<8x4xf32>
    %cst_697 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2706 = stablehlo.broadcast_in_dim %cst_697, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2707 = stablehlo.subtract %arg268, %2706 : tensor<8x4xf32>
    %2708 = stablehlo.compare GT, %arg4, %2707, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %c_698 = stablehlo.constant dense<true> : tensor<i1>
    %2709 = stablehlo.reduce(%2708 init: %c_698) applies stablehlo.and across dimensions = [0] : (tensor<8x4xi1>, tensor<i1>) -> tensor<4xi1>
    %2710 = stablehlo.convert %2709 : (tensor<4xi1>) -> tensor<4xf32>
    %2711 = stablehlo.iota dim = 0 : tensor<4xi32>
    %2712 = stablehlo.convert %2711 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_699 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2713 = stablehlo.broadcast_in_dim %cst_699, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2714 = stablehlo.multiply %2713, %2712 : tensor<4xf32>
    %2715 = stablehlo.cosine %2714 : tensor<4xf32>
    %2716 = stablehlo.convert %2715 : tensor<4xf32>
    %2717 = stablehlo.multiply %2710, %2716 : tensor<4xf32>
    %cst_700 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2718 = stablehlo.reduce(%2717 init: %cst_700) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_701 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2719 = stablehlo.broadcast_in_dim %cst_701, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2720 = stablehlo.multiply %arg4, %2719 : tensor<8x4xf32>
    %2721 = stablehlo.tanh %2718 : tensor<f32>
    %cst_702 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2722 = stablehlo.multiply %2721, %cst_702 : tensor<f32>
    %2723 = stablehlo.broadcast_in_dim %2722, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2724 = stablehlo.add %2720, %2723 : tensor<8x4xf32>
    %2725 = stablehlo.compare GT, %arg35, %arg269, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %2726 = call @count_nonzero(%2725) : (tensor<8x4xi1>) -> tensor<4xi32>
    %2727 = stablehlo.convert %2726 : (tensor<4xi32>) -> tensor<4xf32>
    %2728 = stablehlo.iota dim = 0 : tensor<4xi32>
    %2729 = stablehlo.convert %2728 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_703 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2730 = stablehlo.broadcast_in_dim %cst_703, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2731 = stablehlo.multiply %2730, %2729 : tensor<4xf32>
    %2732 = stablehlo.cosine %2731 : tensor<4xf32>
    %2733 = stablehlo.convert %2732 : tensor<4xf32>
    %2734 = stablehlo.multiply %2727, %2733 : tensor<4xf32>
    %cst_704 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2735 = stablehlo.reduce(%2734 init: %cst_704) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_705 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2736 = stablehlo.broadcast_in_dim %cst_705, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2737 = stablehlo.multiply %arg35, %2736 : tensor<8x4xf32>
    %2738 = stablehlo.tanh %2735 : tensor<f32>
    %cst_706 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2739 = stablehlo.multiply %2738, %cst_706 : tensor<f32>
    %2740 = stablehlo.broadcast_in_dim %2739, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2741 = stablehlo.add %2737, %2740 : tensor<8x4xf32>
    %cst_707 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2742 = stablehlo.broadcast_in_dim %cst_707, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2743 = stablehlo.multiply %arg61, %2742 : tensor<8x4xf32>
    %2744 = stablehlo.convert %2743 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_708 = stablehlo.constant dense<7> : tensor<i32>
    %2745 = call @floor_divide_72(%2744, %c_708) : (tensor<8x4xi32>, tensor<i32>) -> tensor<8x4xi32>
    %cst_709 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2746 = stablehlo.broadcast_in_dim %cst_709, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2747 = stablehlo.multiply %arg270, %2746 : tensor<8x4xf32>
    %2748 = stablehlo.convert %2747 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_710 = stablehlo.constant dense<5> : tensor<i32>
    %2749 = call @remainder_36(%2748, %c_710) : (tensor<8x4xi32>, tensor<i32>) -> tensor<8x4xi32>
    %2750 = stablehlo.add %2745, %2749 : tensor<8x4xi32>
    %2751 = stablehlo.convert %2750 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %2752 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2753 = stablehlo.convert %2752 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_711 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2754 = stablehlo.broadcast_in_dim %cst_711, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2755 = stablehlo.multiply %2754, %2753 : tensor<32xf32>
    %2756 = stablehlo.cosine %2755 : tensor<32xf32>
    %2757 = stablehlo.reshape %2756 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2758 = stablehlo.convert %2757 : tensor<8x4xf32>
    %2759 = stablehlo.multiply %2751, %2758 : tensor<8x4xf32>
    %cst_712 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2760 = stablehlo.reduce(%2759 init: %cst_712) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_713 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2761 = stablehlo.broadcast_in_dim %cst_713, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2762 = stablehlo.multiply %arg61, %2761 : tensor<8x4xf32>
    %2763 = stablehlo.tanh %2760 : tensor<f32>
    %cst_714 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2764 = stablehlo.multiply %2763, %cst_714 : tensor<f32>
    %2765 = stablehlo.broadcast_in_dim %2764, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2766 = stablehlo.add %2762, %2765 : tensor<8x4xf32>
    %cst_715 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2767 = stablehlo.broadcast_in_dim %cst_715, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2768 = stablehlo.multiply %arg40, %2767 : tensor<8x4xf32>
    %2769 = stablehlo.convert %2768 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_716 = stablehlo.constant dense<7> : tensor<i32>
    %2770 = stablehlo.broadcast_in_dim %c_716, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2771 = stablehlo.divide %2769, %2770 : tensor<8x4xi32>
    %cst_717 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2772 = stablehlo.broadcast_in_dim %cst_717, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2773 = stablehlo.multiply %arg271, %2772 : tensor<8x4xf32>
    %2774 = stablehlo.convert %2773 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_718 = stablehlo.constant dense<5> : tensor<i32>
    %2775 = stablehlo.broadcast_in_dim %c_718, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2776 = stablehlo.remainder %2774, %2775 : tensor<8x4xi32>
    %2777 = stablehlo.subtract %2771, %2776 : tensor<8x4xi32>
    %2778 = stablehlo.convert %2777 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %2779 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2780 = stablehlo.convert %2779 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_719 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2781 = stablehlo.broadcast_in_dim %cst_719, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2782 = stablehlo.multiply %2781, %2780 : tensor<32xf32>
    %2783 = stablehlo.cosine %2782 : tensor<32xf32>
    %2784 = stablehlo.reshape %2783 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2785 = stablehlo.convert %2784 : tensor<8x4xf32>
    %2786 = stablehlo.multiply %2778, %2785 : tensor<8x4xf32>
    %cst_720 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2787 = stablehlo.reduce(%2786 init: %cst_720) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_721 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2788 = stablehlo.broadcast_in_dim %cst_721, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2789 = stablehlo.multiply %arg40, %2788 : tensor<8x4xf32>
    %2790 = stablehlo.tanh %2787 : tensor<f32>
    %cst_722 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2791 = stablehlo.multiply %2790, %cst_722 : tensor<f32>
    %2792 = stablehlo.broadcast_in_dim %2791, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2793 = stablehlo.add %2789, %2792 : tensor<8x4xf32>
    %cst_723 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %2794 = stablehlo.broadcast_in_dim %cst_723, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2795 = stablehlo.multiply %arg39, %2794 : tensor<8x4xf32>
    %2796 = stablehlo.convert %2795 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %2797 = stablehlo.convert %arg272 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %2798 = stablehlo.divide %2796, %2797 : tensor<8x4xi32>
    %2799 = stablehlo.convert %2798 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %2800 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2801 = stablehlo.convert %2800 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_724 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2802 = stablehlo.broadcast_in_dim %cst_724, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2803 = stablehlo.multiply %2802, %2801 : tensor<32xf32>
    %2804 = stablehlo.cosine %2803 : tensor<32xf32>
    %2805 = stablehlo.reshape %2804 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2806 = stablehlo.convert %2805 : tensor<8x4xf32>
    %2807 = stablehlo.multiply %2799, %2806 : tensor<8x4xf32>
    %cst_725 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2808 = stablehlo.reduce(%2807 init: %cst_725) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_726 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2809 = stablehlo.broadcast_in_dim %cst_726, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2810 = stablehlo.multiply %arg39, %2809 : tensor<8x4xf32>
    %2811 = stablehlo.tanh %2808 : tensor<f32>
    %cst_727 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2812 = stablehlo.multiply %2811, %cst_727 : tensor<f32>
    %2813 = stablehlo.broadcast_in_dim %2812, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2814 = stablehlo.add %2810, %2813 : tensor<8x4xf32>
    %cst_728 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2815 = stablehlo.broadcast_in_dim %cst_728, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2816 = stablehlo.multiply %arg23, %2815 : tensor<8x4xf32>
    %2817 = stablehlo.convert %2816 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %cst_729 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2818 = stablehlo.broadcast_in_dim %cst_729, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2819 = stablehlo.multiply %arg273, %2818 : tensor<8x4xf32>
    %2820 = stablehlo.convert %2819 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %2821 = stablehlo.xor %2817, %2820 : tensor<8x4xi32>
    %c_730 = stablehlo.constant dense<255> : tensor<i32>
    %2822 = stablehlo.broadcast_in_dim %c_730, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2823 = stablehlo.and %2821, %2822 : tensor<8x4xi32>
    %c_731 = stablehlo.constant dense<48> : tensor<i32>
    %2824 = stablehlo.broadcast_in_dim %c_731, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2825 = stablehlo.or %2823, %2824 : tensor<8x4xi32>
    %2826 = stablehlo.convert %2825 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %2827 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2828 = stablehlo.convert %2827 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_732 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2829 = stablehlo.broadcast_in_dim %cst_732, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2830 = stablehlo.multiply %2829, %2828 : tensor<32xf32>
    %2831 = stablehlo.cosine %2830 : tensor<32xf32>
    %2832 = stablehlo.reshape %2831 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2833 = stablehlo.convert %2832 : tensor<8x4xf32>
    %2834 = stablehlo.multiply %2826, %2833 : tensor<8x4xf32>
    %cst_733 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2835 = stablehlo.reduce(%2834 init: %cst_733) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_734 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2836 = stablehlo.broadcast_in_dim %cst_734, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2837 = stablehlo.multiply %arg23, %2836 : tensor<8x4xf32>
    %2838 = stablehlo.tanh %2835 : tensor<f32>
    %cst_735 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2839 = stablehlo.multiply %2838, %cst_735 : tensor<f32>
    %2840 = stablehlo.broadcast_in_dim %2839, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2841 = stablehlo.add %2837, %2840 : tensor<8x4xf32>
    %cst_736 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2842 = stablehlo.broadcast_in_dim %cst_736, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2843 = stablehlo.multiply %arg110, %2842 : tensor<8x4xf32>
    %2844 = stablehlo.convert %2843 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_737 = stablehlo.constant dense<2> : tensor<i32>
    %2845 = stablehlo.broadcast_in_dim %c_737, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2846 = stablehlo.shift_left %2844, %2845 : tensor<8x4xi32>
    %c_738 = stablehlo.constant dense<1> : tensor<i32>
    %2847 = stablehlo.broadcast_in_dim %c_738, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2848 = stablehlo.shift_right_arithmetic %2846, %2847 : tensor<8x4xi32>
    %cst_739 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2849 = stablehlo.broadcast_in_dim %cst_739, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2850 = stablehlo.multiply %arg274, %2849 : tensor<8x4xf32>
    %2851 = stablehlo.convert %2850 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_740 = stablehlo.constant dense<28> : tensor<i32>
    %2852 = stablehlo.broadcast_in_dim %c_740, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2853 = stablehlo.shift_right_logical %2851, %2852 : tensor<8x4xi32>
    %2854 = stablehlo.add %2848, %2853 : tensor<8x4xi32>
    %2855 = stablehlo.convert %2854 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %2856 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2857 = stablehlo.convert %2856 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_741 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2858 = stablehlo.broadcast_in_dim %cst_741, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2859 = stablehlo.multiply %2858, %2857 : tensor<32xf32>
    %2860 = stablehlo.cosine %2859 : tensor<32xf32>
    %2861 = stablehlo.reshape %2860 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2862 = stablehlo.convert %2861 : tensor<8x4xf32>
    %2863 = stablehlo.multiply %2855, %2862 : tensor<8x4xf32>
    %cst_742 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2864 = stablehlo.reduce(%2863 init: %cst_742) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_743 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2865 = stablehlo.broadcast_in_dim %cst_743, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2866 = stablehlo.multiply %arg110, %2865 : tensor<8x4xf32>
    %2867 = stablehlo.tanh %2864 : tensor<f32>
    %cst_744 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2868 = stablehlo.multiply %2867, %cst_744 : tensor<f32>
    %2869 = stablehlo.broadcast_in_dim %2868, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2870 = stablehlo.add %2866, %2869 : tensor<8x4xf32>
    %cst_745 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %2871 = stablehlo.broadcast_in_dim %cst_745, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2872 = stablehlo.multiply %arg147, %2871 : tensor<8x4xf32>
    %2873 = stablehlo.convert %2872 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %2874 = stablehlo.convert %2873 : (tensor<8x4xi32>) -> tensor<8x4xui32>
    %c_746 = stablehlo.constant dense<7> : tensor<ui32>
    %2875 = call @floor_divide_74(%2874, %c_746) : (tensor<8x4xui32>, tensor<ui32>) -> tensor<8x4xui32>
    %c_747 = stablehlo.constant dense<1000> : tensor<ui32>
    %2876 = call @remainder_75(%2875, %c_747) : (tensor<8x4xui32>, tensor<ui32>) -> tensor<8x4xui32>
    %2877 = stablehlo.convert %2876 : (tensor<8x4xui32>) -> tensor<8x4xf32>
    %2878 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2879 = stablehlo.convert %2878 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_748 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2880 = stablehlo.broadcast_in_dim %cst_748, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2881 = stablehlo.multiply %2880, %2879 : tensor<32xf32>
    %2882 = stablehlo.cosine %2881 : tensor<32xf32>
    %2883 = stablehlo.reshape %2882 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2884 = stablehlo.convert %2883 : tensor<8x4xf32>
    %2885 = stablehlo.multiply %2877, %2884 : tensor<8x4xf32>
    %cst_749 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2886 = stablehlo.reduce(%2885 init: %cst_749) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_750 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2887 = stablehlo.broadcast_in_dim %cst_750, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2888 = stablehlo.multiply %arg147, %2887 : tensor<8x4xf32>
    %2889 = stablehlo.tanh %2886 : tensor<f32>
    %cst_751 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2890 = stablehlo.multiply %2889, %cst_751 : tensor<f32>
    %2891 = stablehlo.broadcast_in_dim %2890, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2892 = stablehlo.add %2888, %2891 : tensor<8x4xf32>
    %2893 = stablehlo.abs %arg24 : tensor<8x4xf32>
    %cst_752 = stablehlo.constant dense<5.000000e+01> : tensor<f32>
    %2894 = stablehlo.broadcast_in_dim %cst_752, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2895 = stablehlo.multiply %2893, %2894 : tensor<8x4xf32>
    %2896 = stablehlo.convert %2895 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %2897 = stablehlo.abs %arg276 : tensor<8x4xf32>
    %cst_753 = stablehlo.constant dense<5.000000e+01> : tensor<f32>
    %2898 = stablehlo.broadcast_in_dim %cst_753, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2899 = stablehlo.multiply %2897, %2898 : tensor<8x4xf32>
    %2900 = stablehlo.convert %2899 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %2901 = stablehlo.add %2896, %2900 : tensor<8x4xui8>
    %2902 = stablehlo.convert %2901 : (tensor<8x4xui8>) -> tensor<8x4xf32>
    %2903 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2904 = stablehlo.convert %2903 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_754 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2905 = stablehlo.broadcast_in_dim %cst_754, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2906 = stablehlo.multiply %2905, %2904 : tensor<32xf32>
    %2907 = stablehlo.cosine %2906 : tensor<32xf32>
    %2908 = stablehlo.reshape %2907 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2909 = stablehlo.convert %2908 : tensor<8x4xf32>
    %2910 = stablehlo.multiply %2902, %2909 : tensor<8x4xf32>
    %cst_755 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2911 = stablehlo.reduce(%2910 init: %cst_755) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_756 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2912 = stablehlo.broadcast_in_dim %cst_756, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2913 = stablehlo.multiply %arg24, %2912 : tensor<8x4xf32>
    %2914 = stablehlo.tanh %2911 : tensor<f32>
    %cst_757 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2915 = stablehlo.multiply %2914, %cst_757 : tensor<f32>
    %2916 = stablehlo.broadcast_in_dim %2915, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2917 = stablehlo.add %2913, %2916 : tensor<8x4xf32>
    %cst_758 = stablehlo.constant dense<3.000000e+01> : tensor<f32>
    %2918 = stablehlo.broadcast_in_dim %cst_758, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2919 = stablehlo.multiply %arg113, %2918 : tensor<8x4xf32>
    %2920 = stablehlo.convert %2919 : (tensor<8x4xf32>) -> tensor<8x4xi8>
    %cst_759 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %2921 = stablehlo.broadcast_in_dim %cst_759, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2922 = stablehlo.multiply %arg277, %2921 : tensor<8x4xf32>
    %2923 = stablehlo.convert %2922 : (tensor<8x4xf32>) -> tensor<8x4xi8>
    %2924 = stablehlo.multiply %2920, %2923 : tensor<8x4xi8>
    %2925 = stablehlo.convert %2924 : (tensor<8x4xi8>) -> tensor<8x4xf32>
    %2926 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2927 = stablehlo.convert %2926 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_760 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2928 = stablehlo.broadcast_in_dim %cst_760, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2929 = stablehlo.multiply %2928, %2927 : tensor<32xf32>
    %2930 = stablehlo.cosine %2929 : tensor<32xf32>
    %2931 = stablehlo.reshape %2930 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2932 = stablehlo.convert %2931 : tensor<8x4xf32>
    %2933 = stablehlo.multiply %2925, %2932 : tensor<8x4xf32>
    %cst_761 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2934 = stablehlo.reduce(%2933 init: %cst_761) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_762 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2935 = stablehlo.broadcast_in_dim %cst_762, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2936 = stablehlo.multiply %arg113, %2935 : tensor<8x4xf32>
    %2937 = stablehlo.tanh %2934 : tensor<f32>
    %cst_763 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2938 = stablehlo.multiply %2937, %cst_763 : tensor<f32>
    %2939 = stablehlo.broadcast_in_dim %2938, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2940 = stablehlo.add %2936, %2939 : tensor<8x4xf32>
    %2941 = stablehlo.abs %arg29 : tensor<8x4xf32>
    %cst_764 = stablehlo.constant dense<9.000000e+01> : tensor<f32>
    %2942 = stablehlo.broadcast_in_dim %cst_764, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2943 = stablehlo.multiply %2941, %2942 : tensor<8x4xf32>
    %2944 = stablehlo.convert %2943 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %2945 = stablehlo.abs %arg278 : tensor<8x4xf32>
    %cst_765 = stablehlo.constant dense<9.000000e+01> : tensor<f32>
    %2946 = stablehlo.broadcast_in_dim %cst_765, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2947 = stablehlo.multiply %2945, %2946 : tensor<8x4xf32>
    %2948 = stablehlo.convert %2947 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %2949 = stablehlo.compare GT, %2944, %2948, UNSIGNED : (tensor<8x4xui8>, tensor<8x4xui8>) -> tensor<8x4xi1>
    %2950 = stablehlo.convert %2949 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %2951 = stablehlo.iota dim = 0 : tensor<32xi32>
    %2952 = stablehlo.convert %2951 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_766 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2953 = stablehlo.broadcast_in_dim %cst_766, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %2954 = stablehlo.multiply %2953, %2952 : tensor<32xf32>
    %2955 = stablehlo.cosine %2954 : tensor<32xf32>
    %2956 = stablehlo.reshape %2955 : (tensor<32xf32>) -> tensor<8x4xf32>
    %2957 = stablehlo.convert %2956 : tensor<8x4xf32>
    %2958 = stablehlo.multiply %2950, %2957 : tensor<8x4xf32>
    %cst_767 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2959 = stablehlo.reduce(%2958 init: %cst_767) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_768 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2960 = stablehlo.broadcast_in_dim %cst_768, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2961 = stablehlo.multiply %arg29, %2960 : tensor<8x4xf32>
    %2962 = stablehlo.tanh %2959 : tensor<f32>
    %cst_769 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2963 = stablehlo.multiply %2962, %cst_769 : tensor<f32>
    %2964 = stablehlo.broadcast_in_dim %2963, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2965 = stablehlo.add %2961, %2964 : tensor<8x4xf32>
    %2966 = stablehlo.abs %arg66 : tensor<8x4xf32>
    %cst_770 = stablehlo.constant dense<9.000000e+01> : tensor<f32>
    %2967 = stablehlo.broadcast_in_dim %cst_770, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2968 = stablehlo.multiply %2966, %2967 : tensor<8x4xf32>
    %2969 = stablehlo.convert %2968 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %2970 = stablehlo.abs %arg279 : tensor<8x4xf32>
    %cst_771 = stablehlo.constant dense<9.000000e+01> : tensor<f32>
    %2971 = stablehlo.broadcast_in_dim %cst_771, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2972 = stablehlo.multiply %2970, %2971 : tensor<8x4xf32>
    %2973 = stablehlo.convert %2972 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %2974 = stablehlo.xor %2969, %2973 : tensor<8x4xui8>
    %c_772 = stablehlo.constant dense<0> : tensor<ui8>
    %2975 = stablehlo.reduce(%2974 init: %c_772) applies stablehlo.maximum across dimensions = [0] : (tensor<8x4xui8>, tensor<ui8>) -> tensor<4xui8>
    %2976 = stablehlo.convert %2975 : (tensor<4xui8>) -> tensor<4xf32>
    %2977 = stablehlo.iota dim = 0 : tensor<4xi32>
    %2978 = stablehlo.convert %2977 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_773 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2979 = stablehlo.broadcast_in_dim %cst_773, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2980 = stablehlo.multiply %2979, %2978 : tensor<4xf32>
    %2981 = stablehlo.cosine %2980 : tensor<4xf32>
    %2982 = stablehlo.convert %2981 : tensor<4xf32>
    %2983 = stablehlo.multiply %2976, %2982 : tensor<4xf32>
    %cst_774 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2984 = stablehlo.reduce(%2983 init: %cst_774) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_775 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2985 = stablehlo.broadcast_in_dim %cst_775, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2986 = stablehlo.multiply %arg66, %2985 : tensor<8x4xf32>
    %2987 = stablehlo.tanh %2984 : tensor<f32>
    %cst_776 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %2988 = stablehlo.multiply %2987, %cst_776 : tensor<f32>
    %2989 = stablehlo.broadcast_in_dim %2988, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2990 = stablehlo.add %2986, %2989 : tensor<8x4xf32>
    %cst_777 = stablehlo.constant dense<9.000000e+01> : tensor<f32>
    %2991 = stablehlo.broadcast_in_dim %cst_777, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2992 = stablehlo.multiply %arg118, %2991 : tensor<8x4xf32>
    %2993 = stablehlo.convert %2992 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_778 = stablehlo.constant dense<2147483647> : tensor<i32>
    %2994 = stablehlo.reduce(%2993 init: %c_778) applies stablehlo.minimum across dimensions = [1] : (tensor<8x4xi32>, tensor<i32>) -> tensor<8xi32>
    %2995 = stablehlo.convert %2994 : (tensor<8xi32>) -> tensor<8xf32>
    %2996 = stablehlo.iota dim = 0 : tensor<8xi32>
    %2997 = stablehlo.convert %2996 : (tensor<8xi32>) -> tensor<8xf32>
    %cst_779 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %2998 = stablehlo.broadcast_in_dim %cst_779, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2999 = stablehlo.multiply %2998, %2997 : tensor<8xf32>
    %3000 = stablehlo.cosine %2999 : tensor<8xf32>
    %3001 = stablehlo.convert %3000 : tensor<8xf32>
    %3002 = stablehlo.multiply %2995, %3001 : tensor<8xf32>
    %cst_780 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3003 = stablehlo.reduce(%3002 init: %cst_780) applies stablehlo.add across dimensions = [0] : (tensor<8xf32>, tensor<f32>) -> tensor<f32>
    %cst_781 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3004 = stablehlo.broadcast_in_dim %cst_781, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3005 = stablehlo.multiply %arg118, %3004 : tensor<8x4xf32>
    %3006 = stablehlo.tanh %3003 : tensor<f32>
    %cst_782 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3007 = stablehlo.multiply %3006, %cst_782 : tensor<f32>
    %3008 = stablehlo.broadcast_in_dim %3007, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3009 = stablehlo.add %3005, %3008 : tensor<8x4xf32>
    %cst_783 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %3010 = stablehlo.broadcast_in_dim %cst_783, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3011 = stablehlo.multiply %arg21, %3010 : tensor<8x4xf32>
    %3012 = stablehlo.convert %3011 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %3013 = stablehlo.popcnt %3012 : tensor<8x4xi32>
    %3014 = stablehlo.convert %3013 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3015 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3016 = stablehlo.convert %3015 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_784 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3017 = stablehlo.broadcast_in_dim %cst_784, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3018 = stablehlo.multiply %3017, %3016 : tensor<32xf32>
    %3019 = stablehlo.cosine %3018 : tensor<32xf32>
    %3020 = stablehlo.reshape %3019 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3021 = stablehlo.convert %3020 : tensor<8x4xf32>
    %3022 = stablehlo.multiply %3014, %3021 : tensor<8x4xf32>
    %cst_785 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3023 = stablehlo.reduce(%3022 init: %cst_785) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_786 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3024 = stablehlo.broadcast_in_dim %cst_786, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3025 = stablehlo.multiply %arg21, %3024 : tensor<8x4xf32>
    %3026 = stablehlo.tanh %3023 : tensor<f32>
    %cst_787 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3027 = stablehlo.multiply %3026, %cst_787 : tensor<f32>
    %3028 = stablehlo.broadcast_in_dim %3027, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3029 = stablehlo.add %3025, %3028 : tensor<8x4xf32>
    %cst_788 = stablehlo.constant dense<1.000000e+02> : tensor<f32>
    %3030 = stablehlo.broadcast_in_dim %cst_788, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3031 = stablehlo.multiply %arg68, %3030 : tensor<8x4xf32>
    %3032 = stablehlo.convert %3031 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %3033 = stablehlo.count_leading_zeros %3032 : tensor<8x4xi32>
    %3034 = stablehlo.convert %3033 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3035 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3036 = stablehlo.convert %3035 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_789 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3037 = stablehlo.broadcast_in_dim %cst_789, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3038 = stablehlo.multiply %3037, %3036 : tensor<32xf32>
    %3039 = stablehlo.cosine %3038 : tensor<32xf32>
    %3040 = stablehlo.reshape %3039 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3041 = stablehlo.convert %3040 : tensor<8x4xf32>
    %3042 = stablehlo.multiply %3034, %3041 : tensor<8x4xf32>
    %cst_790 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3043 = stablehlo.reduce(%3042 init: %cst_790) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_791 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3044 = stablehlo.broadcast_in_dim %cst_791, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3045 = stablehlo.multiply %arg68, %3044 : tensor<8x4xf32>
    %3046 = stablehlo.tanh %3043 : tensor<f32>
    %cst_792 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3047 = stablehlo.multiply %3046, %cst_792 : tensor<f32>
    %3048 = stablehlo.broadcast_in_dim %3047, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3049 = stablehlo.add %3045, %3048 : tensor<8x4xf32>
    %3050 = stablehlo.bitcast_convert %arg22 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_793 = stablehlo.constant dense<8> : tensor<i32>
    %3051 = stablehlo.broadcast_in_dim %c_793, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3052 = stablehlo.shift_right_arithmetic %3050, %3051 : tensor<8x4xi32>
    %3053 = stablehlo.convert %3052 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3054 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3055 = stablehlo.convert %3054 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_794 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3056 = stablehlo.broadcast_in_dim %cst_794, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3057 = stablehlo.multiply %3056, %3055 : tensor<32xf32>
    %3058 = stablehlo.cosine %3057 : tensor<32xf32>
    %3059 = stablehlo.reshape %3058 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3060 = stablehlo.convert %3059 : tensor<8x4xf32>
    %3061 = stablehlo.multiply %3053, %3060 : tensor<8x4xf32>
    %cst_795 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3062 = stablehlo.reduce(%3061 init: %cst_795) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_796 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3063 = stablehlo.broadcast_in_dim %cst_796, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3064 = stablehlo.multiply %arg22, %3063 : tensor<8x4xf32>
    %3065 = stablehlo.tanh %3062 : tensor<f32>
    %cst_797 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3066 = stablehlo.multiply %3065, %cst_797 : tensor<f32>
    %3067 = stablehlo.broadcast_in_dim %3066, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3068 = stablehlo.add %3064, %3067 : tensor<8x4xf32>
    %cst_798 = stablehlo.constant dense<1.000000e+10> : tensor<f32>
    %3069 = stablehlo.broadcast_in_dim %cst_798, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3070 = stablehlo.multiply %arg138, %3069 : tensor<8x4xf32>
    %3071 = stablehlo.convert %3070 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_799 = stablehlo.constant dense<8> : tensor<i32>
    %3072 = stablehlo.broadcast_in_dim %c_799, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3073 = stablehlo.shift_right_arithmetic %3071, %3072 : tensor<8x4xi32>
    %3074 = stablehlo.convert %3073 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3075 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3076 = stablehlo.convert %3075 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_800 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3077 = stablehlo.broadcast_in_dim %cst_800, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3078 = stablehlo.multiply %3077, %3076 : tensor<32xf32>
    %3079 = stablehlo.cosine %3078 : tensor<32xf32>
    %3080 = stablehlo.reshape %3079 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3081 = stablehlo.convert %3080 : tensor<8x4xf32>
    %3082 = stablehlo.multiply %3074, %3081 : tensor<8x4xf32>
    %cst_801 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3083 = stablehlo.reduce(%3082 init: %cst_801) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_802 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3084 = stablehlo.broadcast_in_dim %cst_802, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3085 = stablehlo.multiply %arg138, %3084 : tensor<8x4xf32>
    %3086 = stablehlo.tanh %3083 : tensor<f32>
    %cst_803 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3087 = stablehlo.multiply %3086, %cst_803 : tensor<f32>
    %3088 = stablehlo.broadcast_in_dim %3087, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3089 = stablehlo.add %3085, %3088 : tensor<8x4xf32>
    %cst_804 = stablehlo.constant dense<3.000000e+02> : tensor<f32>
    %3090 = stablehlo.broadcast_in_dim %cst_804, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3091 = stablehlo.multiply %arg139, %3090 : tensor<8x4xf32>
    %3092 = stablehlo.convert %3091 : (tensor<8x4xf32>) -> tensor<8x4xi8>
    %3093 = stablehlo.convert %3092 : (tensor<8x4xi8>) -> tensor<8x4xf32>
    %3094 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3095 = stablehlo.convert %3094 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_805 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3096 = stablehlo.broadcast_in_dim %cst_805, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3097 = stablehlo.multiply %3096, %3095 : tensor<32xf32>
    %3098 = stablehlo.cosine %3097 : tensor<32xf32>
    %3099 = stablehlo.reshape %3098 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3100 = stablehlo.convert %3099 : tensor<8x4xf32>
    %3101 = stablehlo.multiply %3093, %3100 : tensor<8x4xf32>
    %cst_806 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3102 = stablehlo.reduce(%3101 init: %cst_806) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_807 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3103 = stablehlo.broadcast_in_dim %cst_807, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3104 = stablehlo.multiply %arg139, %3103 : tensor<8x4xf32>
    %3105 = stablehlo.tanh %3102 : tensor<f32>
    %cst_808 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3106 = stablehlo.multiply %3105, %cst_808 : tensor<f32>
    %3107 = stablehlo.broadcast_in_dim %3106, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3108 = stablehlo.add %3104, %3107 : tensor<8x4xf32>
    %cst_809 = stablehlo.constant dense<3.000000e+02> : tensor<f32>
    %3109 = stablehlo.broadcast_in_dim %cst_809, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3110 = stablehlo.multiply %arg140, %3109 : tensor<8x4xf32>
    %3111 = stablehlo.convert %3110 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %3112 = stablehlo.convert %3111 : (tensor<8x4xui8>) -> tensor<8x4xf32>
    %3113 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3114 = stablehlo.convert %3113 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_810 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3115 = stablehlo.broadcast_in_dim %cst_810, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3116 = stablehlo.multiply %3115, %3114 : tensor<32xf32>
    %3117 = stablehlo.cosine %3116 : tensor<32xf32>
    %3118 = stablehlo.reshape %3117 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3119 = stablehlo.convert %3118 : tensor<8x4xf32>
    %3120 = stablehlo.multiply %3112, %3119 : tensor<8x4xf32>
    %cst_811 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3121 = stablehlo.reduce(%3120 init: %cst_811) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_812 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3122 = stablehlo.broadcast_in_dim %cst_812, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3123 = stablehlo.multiply %arg140, %3122 : tensor<8x4xf32>
    %3124 = stablehlo.tanh %3121 : tensor<f32>
    %cst_813 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3125 = stablehlo.multiply %3124, %cst_813 : tensor<f32>
    %3126 = stablehlo.broadcast_in_dim %3125, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3127 = stablehlo.add %3123, %3126 : tensor<8x4xf32>
    %3128 = stablehlo.log %arg121 : tensor<8x4xf32>
    %cst_814 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3129 = stablehlo.broadcast_in_dim %cst_814, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3130 = stablehlo.compare GT, %arg287, %3129, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3131 = stablehlo.convert %3130 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3132 = stablehlo.divide %3128, %3131 : tensor<8x4xf32>
    %3133 = stablehlo.convert %3132 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c_815 = stablehlo.constant dense<8> : tensor<i32>
    %3134 = stablehlo.broadcast_in_dim %c_815, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3135 = stablehlo.shift_right_arithmetic %3133, %3134 : tensor<8x4xi32>
    %3136 = stablehlo.convert %3135 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3137 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3138 = stablehlo.convert %3137 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_816 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3139 = stablehlo.broadcast_in_dim %cst_816, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3140 = stablehlo.multiply %3139, %3138 : tensor<32xf32>
    %3141 = stablehlo.cosine %3140 : tensor<32xf32>
    %3142 = stablehlo.reshape %3141 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3143 = stablehlo.convert %3142 : tensor<8x4xf32>
    %3144 = stablehlo.multiply %3136, %3143 : tensor<8x4xf32>
    %cst_817 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3145 = stablehlo.reduce(%3144 init: %cst_817) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_818 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3146 = stablehlo.broadcast_in_dim %cst_818, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3147 = stablehlo.multiply %arg121, %3146 : tensor<8x4xf32>
    %3148 = stablehlo.tanh %3145 : tensor<f32>
    %cst_819 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3149 = stablehlo.multiply %3148, %cst_819 : tensor<f32>
    %3150 = stablehlo.broadcast_in_dim %3149, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3151 = stablehlo.add %3147, %3150 : tensor<8x4xf32>
    %3152 = stablehlo.log %arg122 : tensor<8x4xf32>
    %cst_820 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3153 = stablehlo.broadcast_in_dim %cst_820, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3154 = stablehlo.compare GT, %arg288, %3153, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3155 = stablehlo.convert %3154 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3156 = stablehlo.divide %3152, %3155 : tensor<8x4xf32>
    %3157 = stablehlo.convert %3156 : (tensor<8x4xf32>) -> tensor<8x4xi8>
    %3158 = stablehlo.convert %3157 : (tensor<8x4xi8>) -> tensor<8x4xf32>
    %3159 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3160 = stablehlo.convert %3159 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_821 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3161 = stablehlo.broadcast_in_dim %cst_821, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3162 = stablehlo.multiply %3161, %3160 : tensor<32xf32>
    %3163 = stablehlo.cosine %3162 : tensor<32xf32>
    %3164 = stablehlo.reshape %3163 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3165 = stablehlo.convert %3164 : tensor<8x4xf32>
    %3166 = stablehlo.multiply %3158, %3165 : tensor<8x4xf32>
    %cst_822 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3167 = stablehlo.reduce(%3166 init: %cst_822) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_823 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3168 = stablehlo.broadcast_in_dim %cst_823, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3169 = stablehlo.multiply %arg122, %3168 : tensor<8x4xf32>
    %3170 = stablehlo.tanh %3167 : tensor<f32>
    %cst_824 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3171 = stablehlo.multiply %3170, %cst_824 : tensor<f32>
    %3172 = stablehlo.broadcast_in_dim %3171, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3173 = stablehlo.add %3169, %3172 : tensor<8x4xf32>
    %3174 = stablehlo.log %arg123 : tensor<8x4xf32>
    %cst_825 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3175 = stablehlo.broadcast_in_dim %cst_825, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3176 = stablehlo.compare GT, %arg289, %3175, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3177 = stablehlo.convert %3176 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3178 = stablehlo.divide %3174, %3177 : tensor<8x4xf32>
    %3179 = stablehlo.convert %3178 : (tensor<8x4xf32>) -> tensor<8x4xui8>
    %3180 = stablehlo.convert %3179 : (tensor<8x4xui8>) -> tensor<8x4xf32>
    %3181 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3182 = stablehlo.convert %3181 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_826 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3183 = stablehlo.broadcast_in_dim %cst_826, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3184 = stablehlo.multiply %3183, %3182 : tensor<32xf32>
    %3185 = stablehlo.cosine %3184 : tensor<32xf32>
    %3186 = stablehlo.reshape %3185 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3187 = stablehlo.convert %3186 : tensor<8x4xf32>
    %3188 = stablehlo.multiply %3180, %3187 : tensor<8x4xf32>
    %cst_827 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3189 = stablehlo.reduce(%3188 init: %cst_827) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_828 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3190 = stablehlo.broadcast_in_dim %cst_828, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3191 = stablehlo.multiply %arg123, %3190 : tensor<8x4xf32>
    %3192 = stablehlo.tanh %3189 : tensor<f32>
    %cst_829 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3193 = stablehlo.multiply %3192, %cst_829 : tensor<f32>
    %3194 = stablehlo.broadcast_in_dim %3193, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3195 = stablehlo.add %3191, %3194 : tensor<8x4xf32>
    %cst_830 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3196 = stablehlo.broadcast_in_dim %cst_830, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3197 = stablehlo.compare GT, %arg290, %3196, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3198 = stablehlo.convert %3197 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3199 = stablehlo.divide %arg50, %3198 : tensor<8x4xf32>
    %3200 = stablehlo.convert %3199 : (tensor<8x4xf32>) -> tensor<8x4xf16>
    %3201 = stablehlo.convert %3200 : (tensor<8x4xf16>) -> tensor<8x4xi8>
    %3202 = stablehlo.convert %3201 : (tensor<8x4xi8>) -> tensor<8x4xf32>
    %3203 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3204 = stablehlo.convert %3203 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_831 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3205 = stablehlo.broadcast_in_dim %cst_831, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3206 = stablehlo.multiply %3205, %3204 : tensor<32xf32>
    %3207 = stablehlo.cosine %3206 : tensor<32xf32>
    %3208 = stablehlo.reshape %3207 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3209 = stablehlo.convert %3208 : tensor<8x4xf32>
    %3210 = stablehlo.multiply %3202, %3209 : tensor<8x4xf32>
    %cst_832 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3211 = stablehlo.reduce(%3210 init: %cst_832) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_833 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3212 = stablehlo.broadcast_in_dim %cst_833, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3213 = stablehlo.multiply %arg50, %3212 : tensor<8x4xf32>
    %3214 = stablehlo.tanh %3211 : tensor<f32>
    %cst_834 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3215 = stablehlo.multiply %3214, %cst_834 : tensor<f32>
    %3216 = stablehlo.broadcast_in_dim %3215, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3217 = stablehlo.add %3213, %3216 : tensor<8x4xf32>
    %3218 = stablehlo.log %arg64 : tensor<8x4xf32>
    %3219 = stablehlo.compare NE, %3218, %3218, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3220 = stablehlo.convert %3219 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3221 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3222 = stablehlo.convert %3221 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_835 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3223 = stablehlo.broadcast_in_dim %cst_835, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3224 = stablehlo.multiply %3223, %3222 : tensor<32xf32>
    %3225 = stablehlo.cosine %3224 : tensor<32xf32>
    %3226 = stablehlo.reshape %3225 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3227 = stablehlo.convert %3226 : tensor<8x4xf32>
    %3228 = stablehlo.multiply %3220, %3227 : tensor<8x4xf32>
    %cst_836 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3229 = stablehlo.reduce(%3228 init: %cst_836) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_837 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3230 = stablehlo.broadcast_in_dim %cst_837, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3231 = stablehlo.multiply %arg64, %3230 : tensor<8x4xf32>
    %3232 = stablehlo.tanh %3229 : tensor<f32>
    %cst_838 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3233 = stablehlo.multiply %3232, %cst_838 : tensor<f32>
    %3234 = stablehlo.broadcast_in_dim %3233, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3235 = stablehlo.add %3231, %3234 : tensor<8x4xf32>
    %cst_839 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3236 = stablehlo.broadcast_in_dim %cst_839, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3237 = stablehlo.compare GT, %arg292, %3236, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_840 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3238 = call @_where_77(%3237, %cst_840, %arg63) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_841 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %3239 = stablehlo.broadcast_in_dim %cst_841, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3240 = stablehlo.divide %3239, %3238 : tensor<8x4xf32>
    %3241 = stablehlo.is_finite %3240 : (tensor<8x4xf32>) -> tensor<8x4xi1>
    %3242 = stablehlo.convert %3241 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3243 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3244 = stablehlo.convert %3243 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_842 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3245 = stablehlo.broadcast_in_dim %cst_842, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3246 = stablehlo.multiply %3245, %3244 : tensor<32xf32>
    %3247 = stablehlo.cosine %3246 : tensor<32xf32>
    %3248 = stablehlo.reshape %3247 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3249 = stablehlo.convert %3248 : tensor<8x4xf32>
    %3250 = stablehlo.multiply %3242, %3249 : tensor<8x4xf32>
    %cst_843 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3251 = stablehlo.reduce(%3250 init: %cst_843) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_844 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3252 = stablehlo.broadcast_in_dim %cst_844, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3253 = stablehlo.multiply %arg63, %3252 : tensor<8x4xf32>
    %3254 = stablehlo.tanh %3251 : tensor<f32>
    %cst_845 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3255 = stablehlo.multiply %3254, %cst_845 : tensor<f32>
    %3256 = stablehlo.broadcast_in_dim %3255, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3257 = stablehlo.add %3253, %3256 : tensor<8x4xf32>
    %3258 = stablehlo.log %arg30 : tensor<8x4xf32>
    %3259 = stablehlo.compare LT, %3258, %arg293, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3260 = stablehlo.convert %3259 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %3261 = stablehlo.log %arg30 : tensor<8x4xf32>
    %3262 = stablehlo.compare NE, %3261, %arg293, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3263 = stablehlo.convert %3262 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_846 = stablehlo.constant dense<2> : tensor<i32>
    %3264 = stablehlo.broadcast_in_dim %c_846, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3265 = stablehlo.multiply %3263, %3264 : tensor<8x4xi32>
    %3266 = stablehlo.convert %3265 : tensor<8x4xi32>
    %3267 = stablehlo.add %3260, %3266 : tensor<8x4xi32>
    %3268 = stablehlo.log %arg30 : tensor<8x4xf32>
    %3269 = stablehlo.compare GE, %3268, %arg293, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3270 = stablehlo.convert %3269 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_847 = stablehlo.constant dense<4> : tensor<i32>
    %3271 = stablehlo.broadcast_in_dim %c_847, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3272 = stablehlo.multiply %3270, %3271 : tensor<8x4xi32>
    %3273 = stablehlo.convert %3272 : tensor<8x4xi32>
    %3274 = stablehlo.add %3267, %3273 : tensor<8x4xi32>
    %3275 = stablehlo.convert %3274 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3276 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3277 = stablehlo.convert %3276 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_848 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3278 = stablehlo.broadcast_in_dim %cst_848, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3279 = stablehlo.multiply %3278, %3277 : tensor<32xf32>
    %3280 = stablehlo.cosine %3279 : tensor<32xf32>
    %3281 = stablehlo.reshape %3280 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3282 = stablehlo.convert %3281 : tensor<8x4xf32>
    %3283 = stablehlo.multiply %3275, %3282 : tensor<8x4xf32>
    %cst_849 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3284 = stablehlo.reduce(%3283 init: %cst_849) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_850 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3285 = stablehlo.broadcast_in_dim %cst_850, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3286 = stablehlo.multiply %arg30, %3285 : tensor<8x4xf32>
    %3287 = stablehlo.tanh %3284 : tensor<f32>
    %cst_851 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3288 = stablehlo.multiply %3287, %cst_851 : tensor<f32>
    %3289 = stablehlo.broadcast_in_dim %3288, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3290 = stablehlo.add %3286, %3289 : tensor<8x4xf32>
    %3291 = stablehlo.log %arg85 : tensor<8x4xf32>
    %3292 = stablehlo.maximum %3291, %arg294 : tensor<8x4xf32>
    %3293 = stablehlo.compare NE, %3292, %3292, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3294 = stablehlo.convert %3293 : (tensor<8x4xi1>) -> tensor<8x4xf32>
    %3295 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3296 = stablehlo.convert %3295 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_852 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3297 = stablehlo.broadcast_in_dim %cst_852, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3298 = stablehlo.multiply %3297, %3296 : tensor<32xf32>
    %3299 = stablehlo.cosine %3298 : tensor<32xf32>
    %3300 = stablehlo.reshape %3299 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3301 = stablehlo.convert %3300 : tensor<8x4xf32>
    %3302 = stablehlo.multiply %3294, %3301 : tensor<8x4xf32>
    %cst_853 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3303 = stablehlo.reduce(%3302 init: %cst_853) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_854 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3304 = stablehlo.broadcast_in_dim %cst_854, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3305 = stablehlo.multiply %arg85, %3304 : tensor<8x4xf32>
    %3306 = stablehlo.tanh %3303 : tensor<f32>
    %cst_855 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3307 = stablehlo.multiply %3306, %cst_855 : tensor<f32>
    %3308 = stablehlo.broadcast_in_dim %3307, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3309 = stablehlo.add %3305, %3308 : tensor<8x4xf32>
    %3310 = stablehlo.log %arg84 : tensor<8x4xf32>
    %cst_856 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %3311 = stablehlo.reduce(%3310 init: %cst_856) applies stablehlo.maximum across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %3312 = stablehlo.compare NE, %3311, %3311, FLOAT : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
    %3313 = stablehlo.convert %3312 : (tensor<4xi1>) -> tensor<4xf32>
    %3314 = stablehlo.iota dim = 0 : tensor<4xi32>
    %3315 = stablehlo.convert %3314 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_857 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3316 = stablehlo.broadcast_in_dim %cst_857, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %3317 = stablehlo.multiply %3316, %3315 : tensor<4xf32>
    %3318 = stablehlo.cosine %3317 : tensor<4xf32>
    %3319 = stablehlo.convert %3318 : tensor<4xf32>
    %3320 = stablehlo.multiply %3313, %3319 : tensor<4xf32>
    %cst_858 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3321 = stablehlo.reduce(%3320 init: %cst_858) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_859 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3322 = stablehlo.broadcast_in_dim %cst_859, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3323 = stablehlo.multiply %arg84, %3322 : tensor<8x4xf32>
    %3324 = stablehlo.tanh %3321 : tensor<f32>
    %cst_860 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3325 = stablehlo.multiply %3324, %cst_860 : tensor<f32>
    %3326 = stablehlo.broadcast_in_dim %3325, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3327 = stablehlo.add %3323, %3326 : tensor<8x4xf32>
    %cst_861 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3328 = stablehlo.broadcast_in_dim %cst_861, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3329 = stablehlo.compare GT, %arg145, %3328, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_862 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3330 = stablehlo.broadcast_in_dim %cst_862, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3331 = stablehlo.compare GT, %arg296, %3330, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3332 = stablehlo.compare NE, %3329, %3331, UNSIGNED : (tensor<8x4xi1>, tensor<8x4xi1>) -> tensor<8x4xi1>
    %cst_863 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3333 = stablehlo.broadcast_in_dim %cst_863, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3334 = stablehlo.compare GT, %arg145, %3333, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_864 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3335 = stablehlo.broadcast_in_dim %cst_864, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3336 = stablehlo.compare GT, %arg296, %3335, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3337 = stablehlo.and %3334, %3336 : tensor<8x4xi1>
    %3338 = stablehlo.convert %3337 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_865 = stablehlo.constant dense<2> : tensor<i32>
    %3339 = stablehlo.broadcast_in_dim %c_865, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3340 = stablehlo.multiply %3338, %3339 : tensor<8x4xi32>
    %3341 = stablehlo.convert %3332 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %3342 = stablehlo.add %3341, %3340 : tensor<8x4xi32>
    %cst_866 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3343 = stablehlo.broadcast_in_dim %cst_866, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3344 = stablehlo.compare GT, %arg145, %3343, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3345 = stablehlo.not %3344 : tensor<8x4xi1>
    %3346 = stablehlo.convert %3345 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_867 = stablehlo.constant dense<4> : tensor<i32>
    %3347 = stablehlo.broadcast_in_dim %c_867, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3348 = stablehlo.multiply %3346, %3347 : tensor<8x4xi32>
    %3349 = stablehlo.add %3342, %3348 : tensor<8x4xi32>
    %cst_868 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3350 = stablehlo.broadcast_in_dim %cst_868, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3351 = stablehlo.compare GT, %arg145, %3350, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_869 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3352 = stablehlo.broadcast_in_dim %cst_869, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3353 = stablehlo.compare GT, %arg296, %3352, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3354 = stablehlo.compare LT, %3351, %3353, UNSIGNED : (tensor<8x4xi1>, tensor<8x4xi1>) -> tensor<8x4xi1>
    %3355 = stablehlo.convert %3354 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_870 = stablehlo.constant dense<8> : tensor<i32>
    %3356 = stablehlo.broadcast_in_dim %c_870, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3357 = stablehlo.multiply %3355, %3356 : tensor<8x4xi32>
    %3358 = stablehlo.add %3349, %3357 : tensor<8x4xi32>
    %3359 = stablehlo.convert %3358 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3360 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3361 = stablehlo.convert %3360 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_871 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3362 = stablehlo.broadcast_in_dim %cst_871, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3363 = stablehlo.multiply %3362, %3361 : tensor<32xf32>
    %3364 = stablehlo.cosine %3363 : tensor<32xf32>
    %3365 = stablehlo.reshape %3364 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3366 = stablehlo.convert %3365 : tensor<8x4xf32>
    %3367 = stablehlo.multiply %3359, %3366 : tensor<8x4xf32>
    %cst_872 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3368 = stablehlo.reduce(%3367 init: %cst_872) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_873 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3369 = stablehlo.broadcast_in_dim %cst_873, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3370 = stablehlo.multiply %arg145, %3369 : tensor<8x4xf32>
    %3371 = stablehlo.tanh %3368 : tensor<f32>
    %cst_874 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3372 = stablehlo.multiply %3371, %cst_874 : tensor<f32>
    %3373 = stablehlo.broadcast_in_dim %3372, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3374 = stablehlo.add %3370, %3373 : tensor<8x4xf32>
    %3375 = stablehlo.compare GT, %arg130, %arg297, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3376 = stablehlo.convert %3375 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_875 = stablehlo.constant dense<0> : tensor<i32>
    %3377 = stablehlo.reduce(%3376 init: %c_875) applies stablehlo.add across dimensions = [0] : (tensor<8x4xi32>, tensor<i32>) -> tensor<4xi32>
    %3378 = stablehlo.convert %3377 : (tensor<4xi32>) -> tensor<4xf32>
    %3379 = stablehlo.iota dim = 0 : tensor<4xi32>
    %3380 = stablehlo.convert %3379 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_876 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3381 = stablehlo.broadcast_in_dim %cst_876, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %3382 = stablehlo.multiply %3381, %3380 : tensor<4xf32>
    %3383 = stablehlo.cosine %3382 : tensor<4xf32>
    %3384 = stablehlo.convert %3383 : tensor<4xf32>
    %3385 = stablehlo.multiply %3378, %3384 : tensor<4xf32>
    %cst_877 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3386 = stablehlo.reduce(%3385 init: %cst_877) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_878 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3387 = stablehlo.broadcast_in_dim %cst_878, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3388 = stablehlo.multiply %arg130, %3387 : tensor<8x4xf32>
    %3389 = stablehlo.tanh %3386 : tensor<f32>
    %cst_879 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3390 = stablehlo.multiply %3389, %cst_879 : tensor<f32>
    %3391 = stablehlo.broadcast_in_dim %3390, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3392 = stablehlo.add %3388, %3391 : tensor<8x4xf32>
    %3393 = stablehlo.compare GT, %arg6, %arg298, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %c_880 = stablehlo.constant dense<false> : tensor<i1>
    %3394 = stablehlo.reduce(%3393 init: %c_880) applies stablehlo.maximum across dimensions = [0] : (tensor<8x4xi1>, tensor<i1>) -> tensor<4xi1>
    %3395 = stablehlo.convert %3394 : (tensor<4xi1>) -> tensor<4xf32>
    %3396 = stablehlo.iota dim = 0 : tensor<4xi32>
    %3397 = stablehlo.convert %3396 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_881 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3398 = stablehlo.broadcast_in_dim %cst_881, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %3399 = stablehlo.multiply %3398, %3397 : tensor<4xf32>
    %3400 = stablehlo.cosine %3399 : tensor<4xf32>
    %3401 = stablehlo.convert %3400 : tensor<4xf32>
    %3402 = stablehlo.multiply %3395, %3401 : tensor<4xf32>
    %cst_882 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3403 = stablehlo.reduce(%3402 init: %cst_882) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_883 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3404 = stablehlo.broadcast_in_dim %cst_883, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3405 = stablehlo.multiply %arg6, %3404 : tensor<8x4xf32>
    %3406 = stablehlo.tanh %3403 : tensor<f32>
    %cst_884 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3407 = stablehlo.multiply %3406, %cst_884 : tensor<f32>
    %3408 = stablehlo.broadcast_in_dim %3407, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3409 = stablehlo.add %3405, %3408 : tensor<8x4xf32>
    %cst_885 = stablehlo.constant dense<9.000000e+00> : tensor<f32>
    %3410 = stablehlo.broadcast_in_dim %cst_885, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3411 = stablehlo.multiply %arg133, %3410 : tensor<8x4xf32>
    %3412 = stablehlo.floor %3411 : tensor<8x4xf32>
    %3413 = stablehlo.slice %arg299 [0:8, 0:1] : (tensor<8x4xf32>) -> tensor<8x1xf32>
    %3414 = stablehlo.reshape %3413 : (tensor<8x1xf32>) -> tensor<8xf32>
    %3415 = stablehlo.abs %3414 : tensor<8xf32>
    %cst_886 = stablehlo.constant dense<1.000000e+01> : tensor<f32>
    %3416 = stablehlo.broadcast_in_dim %cst_886, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %3417 = stablehlo.multiply %3415, %3416 : tensor<8xf32>
    %3418 = stablehlo.convert %3417 : (tensor<8xf32>) -> tensor<8xi32>
    %c_887 = stablehlo.constant dense<3> : tensor<i32>
    %3419 = stablehlo.broadcast_in_dim %c_887, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %3420 = stablehlo.subtract %3418, %3419 : tensor<8xi32>
    %3421 = call @_take_78(%3412, %3420) : (tensor<8x4xf32>, tensor<8xi32>) -> tensor<8x4xf32>
    %3422 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3423 = stablehlo.convert %3422 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_888 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3424 = stablehlo.broadcast_in_dim %cst_888, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3425 = stablehlo.multiply %3424, %3423 : tensor<32xf32>
    %3426 = stablehlo.cosine %3425 : tensor<32xf32>
    %3427 = stablehlo.reshape %3426 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3428 = stablehlo.convert %3427 : tensor<8x4xf32>
    %3429 = stablehlo.multiply %3421, %3428 : tensor<8x4xf32>
    %cst_889 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3430 = stablehlo.reduce(%3429 init: %cst_889) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_890 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3431 = stablehlo.broadcast_in_dim %cst_890, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3432 = stablehlo.multiply %arg133, %3431 : tensor<8x4xf32>
    %3433 = stablehlo.tanh %3430 : tensor<f32>
    %cst_891 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3434 = stablehlo.multiply %3433, %cst_891 : tensor<f32>
    %3435 = stablehlo.broadcast_in_dim %3434, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3436 = stablehlo.add %3432, %3435 : tensor<8x4xf32>
    %3437 = stablehlo.slice %arg300 [0:3, 0:4] : (tensor<8x4xf32>) -> tensor<3x4xf32>
    %c_892 = stablehlo.constant dense<0> : tensor<i32>
    %3438 = stablehlo.broadcast_in_dim %c_892, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %3439 = stablehlo.compare LT, %c_7, %3438, SIGNED : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
    %c_893 = stablehlo.constant dense<8> : tensor<i32>
    %3440 = stablehlo.broadcast_in_dim %c_893, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %3441 = stablehlo.add %c_7, %3440 : tensor<3xi32>
    %3442 = stablehlo.select %3439, %3441, %c_7 : tensor<3xi1>, tensor<3xi32>
    %3443 = stablehlo.broadcast_in_dim %3442, dims = [0] : (tensor<3xi32>) -> tensor<3x1xi32>
    %3444 = "stablehlo.scatter"(%arg83, %3443, %3437) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.multiply %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<3x1xi32>, tensor<3x4xf32>) -> tensor<8x4xf32>
    %3445 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3446 = stablehlo.convert %3445 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_894 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3447 = stablehlo.broadcast_in_dim %cst_894, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3448 = stablehlo.multiply %3447, %3446 : tensor<32xf32>
    %3449 = stablehlo.cosine %3448 : tensor<32xf32>
    %3450 = stablehlo.reshape %3449 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3451 = stablehlo.convert %3450 : tensor<8x4xf32>
    %3452 = stablehlo.multiply %3444, %3451 : tensor<8x4xf32>
    %cst_895 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3453 = stablehlo.reduce(%3452 init: %cst_895) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_896 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3454 = stablehlo.broadcast_in_dim %cst_896, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3455 = stablehlo.multiply %arg83, %3454 : tensor<8x4xf32>
    %3456 = stablehlo.tanh %3453 : tensor<f32>
    %cst_897 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3457 = stablehlo.multiply %3456, %cst_897 : tensor<f32>
    %3458 = stablehlo.broadcast_in_dim %3457, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3459 = stablehlo.add %3455, %3458 : tensor<8x4xf32>
    %3460 = stablehlo.slice %arg301 [0:3, 0:4] : (tensor<8x4xf32>) -> tensor<3x4xf32>
    %c_898 = stablehlo.constant dense<0> : tensor<i32>
    %3461 = stablehlo.broadcast_in_dim %c_898, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %3462 = stablehlo.compare LT, %c_8, %3461, SIGNED : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi1>
    %c_899 = stablehlo.constant dense<8> : tensor<i32>
    %3463 = stablehlo.broadcast_in_dim %c_899, dims = [] : (tensor<i32>) -> tensor<3xi32>
    %3464 = stablehlo.add %c_8, %3463 : tensor<3xi32>
    %3465 = stablehlo.select %3462, %3464, %c_8 : tensor<3xi1>, tensor<3xi32>
    %3466 = stablehlo.broadcast_in_dim %3465, dims = [0] : (tensor<3xi32>) -> tensor<3x1xi32>
    %3467 = "stablehlo.scatter"(%arg78, %3466, %3460) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [1], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<f32>, %arg307: tensor<f32>):
      %4022 = stablehlo.maximum %arg306, %arg307 : tensor<f32>
      stablehlo.return %4022 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<3x1xi32>, tensor<3x4xf32>) -> tensor<8x4xf32>
    %3468 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3469 = stablehlo.convert %3468 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_900 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3470 = stablehlo.broadcast_in_dim %cst_900, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3471 = stablehlo.multiply %3470, %3469 : tensor<32xf32>
    %3472 = stablehlo.cosine %3471 : tensor<32xf32>
    %3473 = stablehlo.reshape %3472 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3474 = stablehlo.convert %3473 : tensor<8x4xf32>
    %3475 = stablehlo.multiply %3467, %3474 : tensor<8x4xf32>
    %cst_901 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3476 = stablehlo.reduce(%3475 init: %cst_901) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_902 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3477 = stablehlo.broadcast_in_dim %cst_902, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3478 = stablehlo.multiply %arg78, %3477 : tensor<8x4xf32>
    %3479 = stablehlo.tanh %3476 : tensor<f32>
    %cst_903 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3480 = stablehlo.multiply %3479, %cst_903 : tensor<f32>
    %3481 = stablehlo.broadcast_in_dim %3480, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3482 = stablehlo.add %3478, %3481 : tensor<8x4xf32>
    %3483 = stablehlo.slice %arg302 [0:8, 0:1] : (tensor<8x4xf32>) -> tensor<8x1xf32>
    %3484 = stablehlo.reshape %3483 : (tensor<8x1xf32>) -> tensor<8xf32>
    %3485 = stablehlo.abs %3484 : tensor<8xf32>
    %cst_904 = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %3486 = stablehlo.broadcast_in_dim %cst_904, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %3487 = stablehlo.multiply %3485, %3486 : tensor<8xf32>
    %3488 = stablehlo.convert %3487 : (tensor<8xf32>) -> tensor<8xi32>
    %c_905 = stablehlo.constant dense<0> : tensor<i32>
    %3489 = stablehlo.broadcast_in_dim %c_905, dims = [] : (tensor<i32>) -> tensor<4xi32>
    %c_906 = stablehlo.constant dense<0> : tensor<i32>
    %3490 = call @clip_79(%3488, %c_906) : (tensor<8xi32>, tensor<i32>) -> tensor<8xi32>
    %c_907 = stablehlo.constant dense<0> : tensor<i32>
    %3491 = stablehlo.broadcast_in_dim %c_907, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %3492 = stablehlo.compare LT, %3490, %3491, SIGNED : (tensor<8xi32>, tensor<8xi32>) -> tensor<8xi1>
    %c_908 = stablehlo.constant dense<4> : tensor<i32>
    %3493 = stablehlo.broadcast_in_dim %c_908, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %3494 = stablehlo.add %3490, %3493 : tensor<8xi32>
    %3495 = stablehlo.select %3492, %3494, %3490 : tensor<8xi1>, tensor<8xi32>
    %3496 = stablehlo.broadcast_in_dim %3495, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %c_909 = stablehlo.constant dense<1> : tensor<i32>
    %3497 = stablehlo.broadcast_in_dim %c_909, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %3498 = "stablehlo.scatter"(%3489, %3496, %3497) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg306: tensor<i32>, %arg307: tensor<i32>):
      %4022 = stablehlo.add %arg306, %arg307 : tensor<i32>
      stablehlo.return %4022 : tensor<i32>
    }) : (tensor<4xi32>, tensor<8x1xi32>, tensor<8xi32>) -> tensor<4xi32>
    %3499 = stablehlo.convert %3498 : (tensor<4xi32>) -> tensor<4xf32>
    %3500 = stablehlo.iota dim = 0 : tensor<4xi32>
    %3501 = stablehlo.convert %3500 : (tensor<4xi32>) -> tensor<4xf32>
    %cst_910 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3502 = stablehlo.broadcast_in_dim %cst_910, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %3503 = stablehlo.multiply %3502, %3501 : tensor<4xf32>
    %3504 = stablehlo.cosine %3503 : tensor<4xf32>
    %3505 = stablehlo.convert %3504 : tensor<4xf32>
    %3506 = stablehlo.multiply %3499, %3505 : tensor<4xf32>
    %cst_911 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3507 = stablehlo.reduce(%3506 init: %cst_911) applies stablehlo.add across dimensions = [0] : (tensor<4xf32>, tensor<f32>) -> tensor<f32>
    %cst_912 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3508 = stablehlo.broadcast_in_dim %cst_912, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3509 = stablehlo.multiply %arg20, %3508 : tensor<8x4xf32>
    %3510 = stablehlo.tanh %3507 : tensor<f32>
    %cst_913 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3511 = stablehlo.multiply %3510, %cst_913 : tensor<f32>
    %3512 = stablehlo.broadcast_in_dim %3511, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3513 = stablehlo.add %3509, %3512 : tensor<8x4xf32>
    %c_914 = stablehlo.constant dense<0> : tensor<i32>
    %c_915 = stablehlo.constant dense<100> : tensor<i32>
    %3514 = call @_randint(%c_6, %c_914, %c_915) : (tensor<2xui32>, tensor<i32>, tensor<i32>) -> tensor<8x4xi32>
    %3515 = stablehlo.convert %3514 : (tensor<8x4xi32>) -> tensor<8x4xf32>
    %3516 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3517 = stablehlo.convert %3516 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_916 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3518 = stablehlo.broadcast_in_dim %cst_916, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3519 = stablehlo.multiply %3518, %3517 : tensor<32xf32>
    %3520 = stablehlo.cosine %3519 : tensor<32xf32>
    %3521 = stablehlo.reshape %3520 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3522 = stablehlo.convert %3521 : tensor<8x4xf32>
    %3523 = stablehlo.multiply %3515, %3522 : tensor<8x4xf32>
    %cst_917 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3524 = stablehlo.reduce(%3523 init: %cst_917) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_918 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3525 = stablehlo.broadcast_in_dim %cst_918, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3526 = stablehlo.multiply %arg96, %3525 : tensor<8x4xf32>
    %3527 = stablehlo.tanh %3524 : tensor<f32>
    %cst_919 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3528 = stablehlo.multiply %3527, %cst_919 : tensor<f32>
    %3529 = stablehlo.broadcast_in_dim %3528, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3530 = stablehlo.add %3526, %3529 : tensor<8x4xf32>
    %c_920 = stablehlo.constant dense<0> : tensor<i32>
    %c_921 = stablehlo.constant dense<0> : tensor<i32>
    %3531:4 = stablehlo.while(%iterArg = %arg56, %iterArg_1085 = %c_921, %iterArg_1086 = %c_920, %iterArg_1087 = %arg304) : tensor<8x4xf32>, tensor<i32>, tensor<i32>, tensor<8x4xf32>
    cond {
      %c_1088 = stablehlo.constant dense<3> : tensor<i32>
      %4022 = stablehlo.compare LT, %iterArg_1085, %c_1088, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %4022 : tensor<i1>
    } do {
      %4022:2 = func.call @closed_call_84(%iterArg, %iterArg_1086, %iterArg_1087) : (tensor<8x4xf32>, tensor<i32>, tensor<8x4xf32>) -> (tensor<i32>, tensor<8x4xf32>)
      %c_1088 = stablehlo.constant dense<1> : tensor<i32>
      %4023 = stablehlo.add %iterArg_1085, %c_1088 : tensor<i32>
      stablehlo.return %iterArg, %4023, %4022#0, %4022#1 : tensor<8x4xf32>, tensor<i32>, tensor<i32>, tensor<8x4xf32>
    }
    %3532 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3533 = stablehlo.convert %3532 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_922 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3534 = stablehlo.broadcast_in_dim %cst_922, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3535 = stablehlo.multiply %3534, %3533 : tensor<32xf32>
    %3536 = stablehlo.cosine %3535 : tensor<32xf32>
    %3537 = stablehlo.reshape %3536 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3538 = stablehlo.convert %3537 : tensor<8x4xf32>
    %3539 = stablehlo.multiply %3531#3, %3538 : tensor<8x4xf32>
    %cst_923 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3540 = stablehlo.reduce(%3539 init: %cst_923) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_924 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3541 = stablehlo.broadcast_in_dim %cst_924, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3542 = stablehlo.multiply %arg56, %3541 : tensor<8x4xf32>
    %3543 = stablehlo.tanh %3540 : tensor<f32>
    %cst_925 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3544 = stablehlo.multiply %3543, %cst_925 : tensor<f32>
    %3545 = stablehlo.broadcast_in_dim %3544, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3546 = stablehlo.add %3542, %3545 : tensor<8x4xf32>
    %c_926 = stablehlo.constant dense<0> : tensor<i32>
    %3547:3 = stablehlo.while(%iterArg = %arg152, %iterArg_1085 = %c_926, %iterArg_1086 = %arg305) : tensor<8x4xf32>, tensor<i32>, tensor<8x4xf32>
    cond {
      %c_1087 = stablehlo.constant dense<5> : tensor<i32>
      %4022 = stablehlo.compare LT, %iterArg_1085, %c_1087, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %4022 : tensor<i1>
    } do {
      %c_1087 = stablehlo.constant dense<1> : tensor<i32>
      %4022 = stablehlo.add %iterArg_1085, %c_1087 : tensor<i32>
      %4023 = stablehlo.multiply %iterArg_1086, %iterArg : tensor<8x4xf32>
      %4024 = stablehlo.tanh %4023 : tensor<8x4xf32>
      stablehlo.return %iterArg, %4022, %4024 : tensor<8x4xf32>, tensor<i32>, tensor<8x4xf32>
    }
    %3548 = stablehlo.iota dim = 0 : tensor<32xi32>
    %3549 = stablehlo.convert %3548 : (tensor<32xi32>) -> tensor<32xf32>
    %cst_927 = stablehlo.constant dense<3.700000e-01> : tensor<f32>
    %3550 = stablehlo.broadcast_in_dim %cst_927, dims = [] : (tensor<f32>) -> tensor<32xf32>
    %3551 = stablehlo.multiply %3550, %3549 : tensor<32xf32>
    %3552 = stablehlo.cosine %3551 : tensor<32xf32>
    %3553 = stablehlo.reshape %3552 : (tensor<32xf32>) -> tensor<8x4xf32>
    %3554 = stablehlo.convert %3553 : tensor<8x4xf32>
    %3555 = stablehlo.multiply %3547#2, %3554 : tensor<8x4xf32>
    %cst_928 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3556 = stablehlo.reduce(%3555 init: %cst_928) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_929 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3557 = stablehlo.broadcast_in_dim %cst_929, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3558 = stablehlo.multiply %arg152, %3557 : tensor<8x4xf32>
    %3559 = stablehlo.tanh %3556 : tensor<f32>
    %cst_930 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %3560 = stablehlo.multiply %3559, %cst_930 : tensor<f32>
    %3561 = stablehlo.broadcast_in_dim %3560, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3562 = stablehlo.add %3558, %3561 : tensor<8x4xf32>
    %3563 = stablehlo.tanh %17 : tensor<8x4xf32>
    %cst_931 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3564 = stablehlo.reduce(%3563 init: %cst_931) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %cst_932 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3565 = stablehlo.add %cst_932, %3564 : tensor<f32>
    %3566 = stablehlo.tanh %40 : tensor<8x4xf32>
    %cst_933 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3567 = stablehlo.reduce(%3566 init: %cst_933) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3568 = stablehlo.add %3565, %3567 : tensor<f32>
    %3569 = stablehlo.tanh %60 : tensor<8x4xf32>
    %cst_934 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3570 = stablehlo.reduce(%3569 init: %cst_934) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3571 = stablehlo.add %3568, %3570 : tensor<f32>
    %3572 = stablehlo.tanh %88 : tensor<8x4xf32>
    %cst_935 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3573 = stablehlo.reduce(%3572 init: %cst_935) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3574 = stablehlo.add %3571, %3573 : tensor<f32>
    %3575 = stablehlo.tanh %116 : tensor<8x4xf32>
    %cst_936 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3576 = stablehlo.reduce(%3575 init: %cst_936) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3577 = stablehlo.add %3574, %3576 : tensor<f32>
    %3578 = stablehlo.tanh %135 : tensor<8x4xf32>
    %cst_937 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3579 = stablehlo.reduce(%3578 init: %cst_937) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3580 = stablehlo.add %3577, %3579 : tensor<f32>
    %3581 = stablehlo.tanh %155 : tensor<8x4xf32>
    %cst_938 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3582 = stablehlo.reduce(%3581 init: %cst_938) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3583 = stablehlo.add %3580, %3582 : tensor<f32>
    %3584 = stablehlo.tanh %176 : tensor<8x4xf32>
    %cst_939 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3585 = stablehlo.reduce(%3584 init: %cst_939) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3586 = stablehlo.add %3583, %3585 : tensor<f32>
    %3587 = stablehlo.tanh %195 : tensor<8x4xf32>
    %cst_940 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3588 = stablehlo.reduce(%3587 init: %cst_940) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3589 = stablehlo.add %3586, %3588 : tensor<f32>
    %3590 = stablehlo.tanh %214 : tensor<8x4xf32>
    %cst_941 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3591 = stablehlo.reduce(%3590 init: %cst_941) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3592 = stablehlo.add %3589, %3591 : tensor<f32>
    %3593 = stablehlo.tanh %236 : tensor<8x4xf32>
    %cst_942 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3594 = stablehlo.reduce(%3593 init: %cst_942) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3595 = stablehlo.add %3592, %3594 : tensor<f32>
    %3596 = stablehlo.tanh %268 : tensor<8x4xf32>
    %cst_943 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3597 = stablehlo.reduce(%3596 init: %cst_943) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3598 = stablehlo.add %3595, %3597 : tensor<f32>
    %3599 = stablehlo.tanh %301 : tensor<8x4xf32>
    %cst_944 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3600 = stablehlo.reduce(%3599 init: %cst_944) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3601 = stablehlo.add %3598, %3600 : tensor<f32>
    %3602 = stablehlo.tanh %322 : tensor<8x4xf32>
    %cst_945 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3603 = stablehlo.reduce(%3602 init: %cst_945) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3604 = stablehlo.add %3601, %3603 : tensor<f32>
    %3605 = stablehlo.tanh %344 : tensor<8x4xf32>
    %cst_946 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3606 = stablehlo.reduce(%3605 init: %cst_946) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3607 = stablehlo.add %3604, %3606 : tensor<f32>
    %3608 = stablehlo.tanh %372 : tensor<8x4xf32>
    %cst_947 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3609 = stablehlo.reduce(%3608 init: %cst_947) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3610 = stablehlo.add %3607, %3609 : tensor<f32>
    %3611 = stablehlo.tanh %407 : tensor<8x4xf32>
    %cst_948 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3612 = stablehlo.reduce(%3611 init: %cst_948) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3613 = stablehlo.add %3610, %3612 : tensor<f32>
    %3614 = stablehlo.tanh %430 : tensor<8x4xf32>
    %cst_949 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3615 = stablehlo.reduce(%3614 init: %cst_949) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3616 = stablehlo.add %3613, %3615 : tensor<f32>
    %3617 = stablehlo.tanh %453 : tensor<8x4xf32>
    %cst_950 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3618 = stablehlo.reduce(%3617 init: %cst_950) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3619 = stablehlo.add %3616, %3618 : tensor<f32>
    %3620 = stablehlo.tanh %476 : tensor<8x4xf32>
    %cst_951 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3621 = stablehlo.reduce(%3620 init: %cst_951) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3622 = stablehlo.add %3619, %3621 : tensor<f32>
    %3623 = stablehlo.tanh %507 : tensor<8x4xf32>
    %cst_952 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3624 = stablehlo.reduce(%3623 init: %cst_952) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3625 = stablehlo.add %3622, %3624 : tensor<f32>
    %3626 = stablehlo.tanh %537 : tensor<8x4xf32>
    %cst_953 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3627 = stablehlo.reduce(%3626 init: %cst_953) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3628 = stablehlo.add %3625, %3627 : tensor<f32>
    %3629 = stablehlo.tanh %555 : tensor<8x4xf32>
    %cst_954 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3630 = stablehlo.reduce(%3629 init: %cst_954) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3631 = stablehlo.add %3628, %3630 : tensor<f32>
    %3632 = stablehlo.tanh %581 : tensor<8x4xf32>
    %cst_955 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3633 = stablehlo.reduce(%3632 init: %cst_955) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3634 = stablehlo.add %3631, %3633 : tensor<f32>
    %3635 = stablehlo.tanh %599 : tensor<8x4xf32>
    %cst_956 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3636 = stablehlo.reduce(%3635 init: %cst_956) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3637 = stablehlo.add %3634, %3636 : tensor<f32>
    %3638 = stablehlo.tanh %617 : tensor<8x4xf32>
    %cst_957 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3639 = stablehlo.reduce(%3638 init: %cst_957) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3640 = stablehlo.add %3637, %3639 : tensor<f32>
    %3641 = stablehlo.tanh %635 : tensor<8x4xf32>
    %cst_958 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3642 = stablehlo.reduce(%3641 init: %cst_958) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3643 = stablehlo.add %3640, %3642 : tensor<f32>
    %3644 = stablehlo.tanh %683 : tensor<8x4xf32>
    %cst_959 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3645 = stablehlo.reduce(%3644 init: %cst_959) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3646 = stablehlo.add %3643, %3645 : tensor<f32>
    %3647 = stablehlo.tanh %720 : tensor<8x4xf32>
    %cst_960 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3648 = stablehlo.reduce(%3647 init: %cst_960) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3649 = stablehlo.add %3646, %3648 : tensor<f32>
    %3650 = stablehlo.tanh %738 : tensor<8x4xf32>
    %cst_961 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3651 = stablehlo.reduce(%3650 init: %cst_961) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3652 = stablehlo.add %3649, %3651 : tensor<f32>
    %3653 = stablehlo.tanh %756 : tensor<8x4xf32>
    %cst_962 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3654 = stablehlo.reduce(%3653 init: %cst_962) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3655 = stablehlo.add %3652, %3654 : tensor<f32>
    %3656 = stablehlo.tanh %774 : tensor<8x4xf32>
    %cst_963 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3657 = stablehlo.reduce(%3656 init: %cst_963) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3658 = stablehlo.add %3655, %3657 : tensor<f32>
    %3659 = stablehlo.tanh %796 : tensor<8x4xf32>
    %cst_964 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3660 = stablehlo.reduce(%3659 init: %cst_964) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3661 = stablehlo.add %3658, %3660 : tensor<f32>
    %3662 = stablehlo.tanh %821 : tensor<8x4xf32>
    %cst_965 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3663 = stablehlo.reduce(%3662 init: %cst_965) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3664 = stablehlo.add %3661, %3663 : tensor<f32>
    %3665 = stablehlo.tanh %839 : tensor<8x4xf32>
    %cst_966 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3666 = stablehlo.reduce(%3665 init: %cst_966) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3667 = stablehlo.add %3664, %3666 : tensor<f32>
    %3668 = stablehlo.tanh %857 : tensor<8x4xf32>
    %cst_967 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3669 = stablehlo.reduce(%3668 init: %cst_967) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3670 = stablehlo.add %3667, %3669 : tensor<f32>
    %3671 = stablehlo.tanh %881 : tensor<8x4xf32>
    %cst_968 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3672 = stablehlo.reduce(%3671 init: %cst_968) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3673 = stablehlo.add %3670, %3672 : tensor<f32>
    %3674 = stablehlo.tanh %896 : tensor<8x4xf32>
    %cst_969 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3675 = stablehlo.reduce(%3674 init: %cst_969) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3676 = stablehlo.add %3673, %3675 : tensor<f32>
    %3677 = stablehlo.tanh %911 : tensor<8x4xf32>
    %cst_970 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3678 = stablehlo.reduce(%3677 init: %cst_970) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3679 = stablehlo.add %3676, %3678 : tensor<f32>
    %3680 = stablehlo.tanh %926 : tensor<8x4xf32>
    %cst_971 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3681 = stablehlo.reduce(%3680 init: %cst_971) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3682 = stablehlo.add %3679, %3681 : tensor<f32>
    %3683 = stablehlo.tanh %941 : tensor<8x4xf32>
    %cst_972 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3684 = stablehlo.reduce(%3683 init: %cst_972) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3685 = stablehlo.add %3682, %3684 : tensor<f32>
    %3686 = stablehlo.tanh %956 : tensor<8x4xf32>
    %cst_973 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3687 = stablehlo.reduce(%3686 init: %cst_973) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3688 = stablehlo.add %3685, %3687 : tensor<f32>
    %3689 = stablehlo.tanh %976 : tensor<8x4xf32>
    %cst_974 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3690 = stablehlo.reduce(%3689 init: %cst_974) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3691 = stablehlo.add %3688, %3690 : tensor<f32>
    %3692 = stablehlo.tanh %994 : tensor<8x4xf32>
    %cst_975 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3693 = stablehlo.reduce(%3692 init: %cst_975) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3694 = stablehlo.add %3691, %3693 : tensor<f32>
    %3695 = stablehlo.tanh %1013 : tensor<8x4xf32>
    %cst_976 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3696 = stablehlo.reduce(%3695 init: %cst_976) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3697 = stablehlo.add %3694, %3696 : tensor<f32>
    %3698 = stablehlo.tanh %1043 : tensor<8x4xf32>
    %cst_977 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3699 = stablehlo.reduce(%3698 init: %cst_977) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3700 = stablehlo.add %3697, %3699 : tensor<f32>
    %3701 = stablehlo.tanh %1063 : tensor<8x4xf32>
    %cst_978 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3702 = stablehlo.reduce(%3701 init: %cst_978) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3703 = stablehlo.add %3700, %3702 : tensor<f32>
    %3704 = stablehlo.tanh %1088 : tensor<8x4xf32>
    %cst_979 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3705 = stablehlo.reduce(%3704 init: %cst_979) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3706 = stablehlo.add %3703, %3705 : tensor<f32>
    %3707 = stablehlo.tanh %1113 : tensor<8x4xf32>
    %cst_980 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3708 = stablehlo.reduce(%3707 init: %cst_980) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3709 = stablehlo.add %3706, %3708 : tensor<f32>
    %3710 = stablehlo.tanh %1132 : tensor<8x4xf32>
    %cst_981 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3711 = stablehlo.reduce(%3710 init: %cst_981) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3712 = stablehlo.add %3709, %3711 : tensor<f32>
    %3713 = stablehlo.tanh %1151 : tensor<8x4xf32>
    %cst_982 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3714 = stablehlo.reduce(%3713 init: %cst_982) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3715 = stablehlo.add %3712, %3714 : tensor<f32>
    %3716 = stablehlo.tanh %1167 : tensor<8x4xf32>
    %cst_983 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3717 = stablehlo.reduce(%3716 init: %cst_983) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3718 = stablehlo.add %3715, %3717 : tensor<f32>
    %3719 = stablehlo.tanh %1214 : tensor<8x4xf32>
    %cst_984 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3720 = stablehlo.reduce(%3719 init: %cst_984) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3721 = stablehlo.add %3718, %3720 : tensor<f32>
    %3722 = stablehlo.tanh %1231 : tensor<8x4xf32>
    %cst_985 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3723 = stablehlo.reduce(%3722 init: %cst_985) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3724 = stablehlo.add %3721, %3723 : tensor<f32>
    %3725 = stablehlo.tanh %1247 : tensor<8x4xf32>
    %cst_986 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3726 = stablehlo.reduce(%3725 init: %cst_986) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3727 = stablehlo.add %3724, %3726 : tensor<f32>
    %3728 = stablehlo.tanh %1265 : tensor<8x4xf32>
    %cst_987 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3729 = stablehlo.reduce(%3728 init: %cst_987) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3730 = stablehlo.add %3727, %3729 : tensor<f32>
    %3731 = stablehlo.tanh %1283 : tensor<8x4xf32>
    %cst_988 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3732 = stablehlo.reduce(%3731 init: %cst_988) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3733 = stablehlo.add %3730, %3732 : tensor<f32>
    %3734 = stablehlo.tanh %1319 : tensor<8x4xf32>
    %cst_989 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3735 = stablehlo.reduce(%3734 init: %cst_989) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3736 = stablehlo.add %3733, %3735 : tensor<f32>
    %3737 = stablehlo.tanh %1338 : tensor<8x4xf32>
    %cst_990 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3738 = stablehlo.reduce(%3737 init: %cst_990) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3739 = stablehlo.add %3736, %3738 : tensor<f32>
    %3740 = stablehlo.tanh %1358 : tensor<8x4xf32>
    %cst_991 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3741 = stablehlo.reduce(%3740 init: %cst_991) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3742 = stablehlo.add %3739, %3741 : tensor<f32>
    %3743 = stablehlo.tanh %1375 : tensor<8x4xf32>
    %cst_992 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3744 = stablehlo.reduce(%3743 init: %cst_992) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3745 = stablehlo.add %3742, %3744 : tensor<f32>
    %3746 = stablehlo.tanh %1392 : tensor<8x4xf32>
    %cst_993 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3747 = stablehlo.reduce(%3746 init: %cst_993) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3748 = stablehlo.add %3745, %3747 : tensor<f32>
    %3749 = stablehlo.tanh %1413 : tensor<8x4xf32>
    %cst_994 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3750 = stablehlo.reduce(%3749 init: %cst_994) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3751 = stablehlo.add %3748, %3750 : tensor<f32>
    %3752 = stablehlo.tanh %1437 : tensor<8x4xf32>
    %cst_995 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3753 = stablehlo.reduce(%3752 init: %cst_995) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3754 = stablehlo.add %3751, %3753 : tensor<f32>
    %3755 = stablehlo.tanh %1461 : tensor<8x4xf32>
    %cst_996 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3756 = stablehlo.reduce(%3755 init: %cst_996) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3757 = stablehlo.add %3754, %3756 : tensor<f32>
    %3758 = stablehlo.tanh %1502 : tensor<8x4xf32>
    %cst_997 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3759 = stablehlo.reduce(%3758 init: %cst_997) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3760 = stablehlo.add %3757, %3759 : tensor<f32>
    %3761 = stablehlo.tanh %1519 : tensor<8x4xf32>
    %cst_998 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3762 = stablehlo.reduce(%3761 init: %cst_998) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3763 = stablehlo.add %3760, %3762 : tensor<f32>
    %3764 = stablehlo.tanh %1536 : tensor<8x4xf32>
    %cst_999 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3765 = stablehlo.reduce(%3764 init: %cst_999) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3766 = stablehlo.add %3763, %3765 : tensor<f32>
    %3767 = stablehlo.tanh %1553 : tensor<8x4xf32>
    %cst_1000 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3768 = stablehlo.reduce(%3767 init: %cst_1000) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3769 = stablehlo.add %3766, %3768 : tensor<f32>
    %3770 = stablehlo.tanh %1609 : tensor<8x4xf32>
    %cst_1001 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3771 = stablehlo.reduce(%3770 init: %cst_1001) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3772 = stablehlo.add %3769, %3771 : tensor<f32>
    %3773 = stablehlo.tanh %1666 : tensor<8x4xf32>
    %cst_1002 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3774 = stablehlo.reduce(%3773 init: %cst_1002) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3775 = stablehlo.add %3772, %3774 : tensor<f32>
    %3776 = stablehlo.tanh %1684 : tensor<8x4xf32>
    %cst_1003 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3777 = stablehlo.reduce(%3776 init: %cst_1003) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3778 = stablehlo.add %3775, %3777 : tensor<f32>
    %3779 = stablehlo.tanh %1702 : tensor<8x4xf32>
    %cst_1004 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3780 = stablehlo.reduce(%3779 init: %cst_1004) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3781 = stablehlo.add %3778, %3780 : tensor<f32>
    %3782 = stablehlo.tanh %1720 : tensor<8x4xf32>
    %cst_1005 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3783 = stablehlo.reduce(%3782 init: %cst_1005) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3784 = stablehlo.add %3781, %3783 : tensor<f32>
    %3785 = stablehlo.tanh %1743 : tensor<8x4xf32>
    %cst_1006 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3786 = stablehlo.reduce(%3785 init: %cst_1006) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3787 = stablehlo.add %3784, %3786 : tensor<f32>
    %3788 = stablehlo.tanh %1774 : tensor<8x4xf32>
    %cst_1007 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3789 = stablehlo.reduce(%3788 init: %cst_1007) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3790 = stablehlo.add %3787, %3789 : tensor<f32>
    %3791 = stablehlo.tanh %1797 : tensor<8x4xf32>
    %cst_1008 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3792 = stablehlo.reduce(%3791 init: %cst_1008) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3793 = stablehlo.add %3790, %3792 : tensor<f32>
    %3794 = stablehlo.tanh %1843 : tensor<8x4xf32>
    %cst_1009 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3795 = stablehlo.reduce(%3794 init: %cst_1009) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3796 = stablehlo.add %3793, %3795 : tensor<f32>
    %3797 = stablehlo.tanh %1874 : tensor<8x4xf32>
    %cst_1010 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3798 = stablehlo.reduce(%3797 init: %cst_1010) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3799 = stablehlo.add %3796, %3798 : tensor<f32>
    %3800 = stablehlo.tanh %1893 : tensor<8x4xf32>
    %cst_1011 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3801 = stablehlo.reduce(%3800 init: %cst_1011) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3802 = stablehlo.add %3799, %3801 : tensor<f32>
    %3803 = stablehlo.tanh %1911 : tensor<8x4xf32>
    %cst_1012 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3804 = stablehlo.reduce(%3803 init: %cst_1012) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3805 = stablehlo.add %3802, %3804 : tensor<f32>
    %3806 = stablehlo.tanh %1929 : tensor<8x4xf32>
    %cst_1013 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3807 = stablehlo.reduce(%3806 init: %cst_1013) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3808 = stablehlo.add %3805, %3807 : tensor<f32>
    %3809 = stablehlo.tanh %1947 : tensor<8x4xf32>
    %cst_1014 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3810 = stablehlo.reduce(%3809 init: %cst_1014) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3811 = stablehlo.add %3808, %3810 : tensor<f32>
    %3812 = stablehlo.tanh %1967 : tensor<8x4xf32>
    %cst_1015 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3813 = stablehlo.reduce(%3812 init: %cst_1015) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3814 = stablehlo.add %3811, %3813 : tensor<f32>
    %3815 = stablehlo.tanh %1989 : tensor<8x4xf32>
    %cst_1016 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3816 = stablehlo.reduce(%3815 init: %cst_1016) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3817 = stablehlo.add %3814, %3816 : tensor<f32>
    %3818 = stablehlo.tanh %2009 : tensor<8x4xf32>
    %cst_1017 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3819 = stablehlo.reduce(%3818 init: %cst_1017) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3820 = stablehlo.add %3817, %3819 : tensor<f32>
    %3821 = stablehlo.tanh %2030 : tensor<8x4xf32>
    %cst_1018 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3822 = stablehlo.reduce(%3821 init: %cst_1018) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3823 = stablehlo.add %3820, %3822 : tensor<f32>
    %3824 = stablehlo.tanh %2050 : tensor<8x4xf32>
    %cst_1019 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3825 = stablehlo.reduce(%3824 init: %cst_1019) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3826 = stablehlo.add %3823, %3825 : tensor<f32>
    %3827 = stablehlo.tanh %2072 : tensor<8x4xf32>
    %cst_1020 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3828 = stablehlo.reduce(%3827 init: %cst_1020) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3829 = stablehlo.add %3826, %3828 : tensor<f32>
    %3830 = stablehlo.tanh %2089 : tensor<8x4xf32>
    %cst_1021 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3831 = stablehlo.reduce(%3830 init: %cst_1021) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3832 = stablehlo.add %3829, %3831 : tensor<f32>
    %3833 = stablehlo.tanh %2107 : tensor<8x4xf32>
    %cst_1022 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3834 = stablehlo.reduce(%3833 init: %cst_1022) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3835 = stablehlo.add %3832, %3834 : tensor<f32>
    %3836 = stablehlo.tanh %2125 : tensor<8x4xf32>
    %cst_1023 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3837 = stablehlo.reduce(%3836 init: %cst_1023) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3838 = stablehlo.add %3835, %3837 : tensor<f32>
    %3839 = stablehlo.tanh %2148 : tensor<8x4xf32>
    %cst_1024 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3840 = stablehlo.reduce(%3839 init: %cst_1024) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3841 = stablehlo.add %3838, %3840 : tensor<f32>
    %3842 = stablehlo.tanh %2176 : tensor<8x4xf32>
    %cst_1025 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3843 = stablehlo.reduce(%3842 init: %cst_1025) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3844 = stablehlo.add %3841, %3843 : tensor<f32>
    %3845 = stablehlo.tanh %2194 : tensor<8x4xf32>
    %cst_1026 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3846 = stablehlo.reduce(%3845 init: %cst_1026) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3847 = stablehlo.add %3844, %3846 : tensor<f32>
    %3848 = stablehlo.tanh %2219 : tensor<8x4xf32>
    %cst_1027 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3849 = stablehlo.reduce(%3848 init: %cst_1027) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3850 = stablehlo.add %3847, %3849 : tensor<f32>
    %3851 = stablehlo.tanh %2237 : tensor<8x4xf32>
    %cst_1028 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3852 = stablehlo.reduce(%3851 init: %cst_1028) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3853 = stablehlo.add %3850, %3852 : tensor<f32>
    %3854 = stablehlo.tanh %2254 : tensor<8x4xf32>
    %cst_1029 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3855 = stablehlo.reduce(%3854 init: %cst_1029) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3856 = stablehlo.add %3853, %3855 : tensor<f32>
    %3857 = stablehlo.tanh %2272 : tensor<8x4xf32>
    %cst_1030 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3858 = stablehlo.reduce(%3857 init: %cst_1030) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3859 = stablehlo.add %3856, %3858 : tensor<f32>
    %3860 = stablehlo.tanh %2291 : tensor<8x4xf32>
    %cst_1031 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3861 = stablehlo.reduce(%3860 init: %cst_1031) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3862 = stablehlo.add %3859, %3861 : tensor<f32>
    %3863 = stablehlo.tanh %2310 : tensor<8x4xf32>
    %cst_1032 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3864 = stablehlo.reduce(%3863 init: %cst_1032) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3865 = stablehlo.add %3862, %3864 : tensor<f32>
    %3866 = stablehlo.tanh %2334 : tensor<8x4xf32>
    %cst_1033 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3867 = stablehlo.reduce(%3866 init: %cst_1033) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3868 = stablehlo.add %3865, %3867 : tensor<f32>
    %3869 = stablehlo.tanh %2425 : tensor<8x4xf32>
    %cst_1034 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3870 = stablehlo.reduce(%3869 init: %cst_1034) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3871 = stablehlo.add %3868, %3870 : tensor<f32>
    %3872 = stablehlo.tanh %2464 : tensor<8x4xf32>
    %cst_1035 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3873 = stablehlo.reduce(%3872 init: %cst_1035) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3874 = stablehlo.add %3871, %3873 : tensor<f32>
    %3875 = stablehlo.tanh %2488 : tensor<8x4xf32>
    %cst_1036 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3876 = stablehlo.reduce(%3875 init: %cst_1036) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3877 = stablehlo.add %3874, %3876 : tensor<f32>
    %3878 = stablehlo.tanh %2516 : tensor<8x4xf32>
    %cst_1037 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3879 = stablehlo.reduce(%3878 init: %cst_1037) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3880 = stablehlo.add %3877, %3879 : tensor<f32>
    %3881 = stablehlo.tanh %2545 : tensor<8x4xf32>
    %cst_1038 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3882 = stablehlo.reduce(%3881 init: %cst_1038) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3883 = stablehlo.add %3880, %3882 : tensor<f32>
    %3884 = stablehlo.tanh %2570 : tensor<8x4xf32>
    %cst_1039 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3885 = stablehlo.reduce(%3884 init: %cst_1039) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3886 = stablehlo.add %3883, %3885 : tensor<f32>
    %3887 = stablehlo.tanh %2594 : tensor<8x4xf32>
    %cst_1040 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3888 = stablehlo.reduce(%3887 init: %cst_1040) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3889 = stablehlo.add %3886, %3888 : tensor<f32>
    %3890 = stablehlo.tanh %2613 : tensor<8x4xf32>
    %cst_1041 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3891 = stablehlo.reduce(%3890 init: %cst_1041) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3892 = stablehlo.add %3889, %3891 : tensor<f32>
    %3893 = stablehlo.tanh %2630 : tensor<8x4xf32>
    %cst_1042 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3894 = stablehlo.reduce(%3893 init: %cst_1042) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3895 = stablehlo.add %3892, %3894 : tensor<f32>
    %3896 = stablehlo.tanh %2654 : tensor<8x4xf32>
    %cst_1043 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3897 = stablehlo.reduce(%3896 init: %cst_1043) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3898 = stablehlo.add %3895, %3897 : tensor<f32>
    %3899 = stablehlo.tanh %2671 : tensor<8x4xf32>
    %cst_1044 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3900 = stablehlo.reduce(%3899 init: %cst_1044) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3901 = stablehlo.add %3898, %3900 : tensor<f32>
    %3902 = stablehlo.tanh %2688 : tensor<8x4xf32>
    %cst_1045 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3903 = stablehlo.reduce(%3902 init: %cst_1045) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3904 = stablehlo.add %3901, %3903 : tensor<f32>
    %3905 = stablehlo.tanh %2705 : tensor<8x4xf32>
    %cst_1046 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3906 = stablehlo.reduce(%3905 init: %cst_1046) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3907 = stablehlo.add %3904, %3906 : tensor<f32>
    %3908 = stablehlo.tanh %2724 : tensor<8x4xf32>
    %cst_1047 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3909 = stablehlo.reduce(%3908 init: %cst_1047) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3910 = stablehlo.add %3907, %3909 : tensor<f32>
    %3911 = stablehlo.tanh %2741 : tensor<8x4xf32>
    %cst_1048 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3912 = stablehlo.reduce(%3911 init: %cst_1048) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3913 = stablehlo.add %3910, %3912 : tensor<f32>
    %3914 = stablehlo.tanh %2766 : tensor<8x4xf32>
    %cst_1049 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3915 = stablehlo.reduce(%3914 init: %cst_1049) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3916 = stablehlo.add %3913, %3915 : tensor<f32>
    %3917 = stablehlo.tanh %2793 : tensor<8x4xf32>
    %cst_1050 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3918 = stablehlo.reduce(%3917 init: %cst_1050) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3919 = stablehlo.add %3916, %3918 : tensor<f32>
    %3920 = stablehlo.tanh %2814 : tensor<8x4xf32>
    %cst_1051 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3921 = stablehlo.reduce(%3920 init: %cst_1051) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3922 = stablehlo.add %3919, %3921 : tensor<f32>
    %3923 = stablehlo.tanh %2841 : tensor<8x4xf32>
    %cst_1052 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3924 = stablehlo.reduce(%3923 init: %cst_1052) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3925 = stablehlo.add %3922, %3924 : tensor<f32>
    %3926 = stablehlo.tanh %2870 : tensor<8x4xf32>
    %cst_1053 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3927 = stablehlo.reduce(%3926 init: %cst_1053) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3928 = stablehlo.add %3925, %3927 : tensor<f32>
    %3929 = stablehlo.tanh %2892 : tensor<8x4xf32>
    %cst_1054 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3930 = stablehlo.reduce(%3929 init: %cst_1054) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3931 = stablehlo.add %3928, %3930 : tensor<f32>
    %3932 = stablehlo.tanh %2917 : tensor<8x4xf32>
    %cst_1055 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3933 = stablehlo.reduce(%3932 init: %cst_1055) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3934 = stablehlo.add %3931, %3933 : tensor<f32>
    %3935 = stablehlo.tanh %2940 : tensor<8x4xf32>
    %cst_1056 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3936 = stablehlo.reduce(%3935 init: %cst_1056) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3937 = stablehlo.add %3934, %3936 : tensor<f32>
    %3938 = stablehlo.tanh %2965 : tensor<8x4xf32>
    %cst_1057 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3939 = stablehlo.reduce(%3938 init: %cst_1057) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3940 = stablehlo.add %3937, %3939 : tensor<f32>
    %3941 = stablehlo.tanh %2990 : tensor<8x4xf32>
    %cst_1058 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3942 = stablehlo.reduce(%3941 init: %cst_1058) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3943 = stablehlo.add %3940, %3942 : tensor<f32>
    %3944 = stablehlo.tanh %3009 : tensor<8x4xf32>
    %cst_1059 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3945 = stablehlo.reduce(%3944 init: %cst_1059) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3946 = stablehlo.add %3943, %3945 : tensor<f32>
    %3947 = stablehlo.tanh %3029 : tensor<8x4xf32>
    %cst_1060 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3948 = stablehlo.reduce(%3947 init: %cst_1060) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3949 = stablehlo.add %3946, %3948 : tensor<f32>
    %3950 = stablehlo.tanh %3049 : tensor<8x4xf32>
    %cst_1061 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3951 = stablehlo.reduce(%3950 init: %cst_1061) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3952 = stablehlo.add %3949, %3951 : tensor<f32>
    %3953 = stablehlo.tanh %3068 : tensor<8x4xf32>
    %cst_1062 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3954 = stablehlo.reduce(%3953 init: %cst_1062) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3955 = stablehlo.add %3952, %3954 : tensor<f32>
    %3956 = stablehlo.tanh %3089 : tensor<8x4xf32>
    %cst_1063 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3957 = stablehlo.reduce(%3956 init: %cst_1063) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3958 = stablehlo.add %3955, %3957 : tensor<f32>
    %3959 = stablehlo.tanh %3108 : tensor<8x4xf32>
    %cst_1064 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3960 = stablehlo.reduce(%3959 init: %cst_1064) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3961 = stablehlo.add %3958, %3960 : tensor<f32>
    %3962 = stablehlo.tanh %3127 : tensor<8x4xf32>
    %cst_1065 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3963 = stablehlo.reduce(%3962 init: %cst_1065) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3964 = stablehlo.add %3961, %3963 : tensor<f32>
    %3965 = stablehlo.tanh %3151 : tensor<8x4xf32>
    %cst_1066 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3966 = stablehlo.reduce(%3965 init: %cst_1066) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3967 = stablehlo.add %3964, %3966 : tensor<f32>
    %3968 = stablehlo.tanh %3173 : tensor<8x4xf32>
    %cst_1067 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3969 = stablehlo.reduce(%3968 init: %cst_1067) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3970 = stablehlo.add %3967, %3969 : tensor<f32>
    %3971 = stablehlo.tanh %3195 : tensor<8x4xf32>
    %cst_1068 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3972 = stablehlo.reduce(%3971 init: %cst_1068) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3973 = stablehlo.add %3970, %3972 : tensor<f32>
    %3974 = stablehlo.tanh %3217 : tensor<8x4xf32>
    %cst_1069 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3975 = stablehlo.reduce(%3974 init: %cst_1069) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3976 = stablehlo.add %3973, %3975 : tensor<f32>
    %3977 = stablehlo.tanh %3235 : tensor<8x4xf32>
    %cst_1070 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3978 = stablehlo.reduce(%3977 init: %cst_1070) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3979 = stablehlo.add %3976, %3978 : tensor<f32>
    %3980 = stablehlo.tanh %3257 : tensor<8x4xf32>
    %cst_1071 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3981 = stablehlo.reduce(%3980 init: %cst_1071) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3982 = stablehlo.add %3979, %3981 : tensor<f32>
    %3983 = stablehlo.tanh %3290 : tensor<8x4xf32>
    %cst_1072 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3984 = stablehlo.reduce(%3983 init: %cst_1072) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3985 = stablehlo.add %3982, %3984 : tensor<f32>
    %3986 = stablehlo.tanh %3309 : tensor<8x4xf32>
    %cst_1073 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3987 = stablehlo.reduce(%3986 init: %cst_1073) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3988 = stablehlo.add %3985, %3987 : tensor<f32>
    %3989 = stablehlo.tanh %3327 : tensor<8x4xf32>
    %cst_1074 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3990 = stablehlo.reduce(%3989 init: %cst_1074) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3991 = stablehlo.add %3988, %3990 : tensor<f32>
    %3992 = stablehlo.tanh %3374 : tensor<8x4xf32>
    %cst_1075 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3993 = stablehlo.reduce(%3992 init: %cst_1075) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3994 = stablehlo.add %3991, %3993 : tensor<f32>
    %3995 = stablehlo.tanh %3392 : tensor<8x4xf32>
    %cst_1076 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3996 = stablehlo.reduce(%3995 init: %cst_1076) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %3997 = stablehlo.add %3994, %3996 : tensor<f32>
    %3998 = stablehlo.tanh %3409 : tensor<8x4xf32>
    %cst_1077 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3999 = stablehlo.reduce(%3998 init: %cst_1077) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4000 = stablehlo.add %3997, %3999 : tensor<f32>
    %4001 = stablehlo.tanh %3436 : tensor<8x4xf32>
    %cst_1078 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4002 = stablehlo.reduce(%4001 init: %cst_1078) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4003 = stablehlo.add %4000, %4002 : tensor<f32>
    %4004 = stablehlo.tanh %3459 : tensor<8x4xf32>
    %cst_1079 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4005 = stablehlo.reduce(%4004 init: %cst_1079) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4006 = stablehlo.add %4003, %4005 : tensor<f32>
    %4007 = stablehlo.tanh %3482 : tensor<8x4xf32>
    %cst_1080 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4008 = stablehlo.reduce(%4007 init: %cst_1080) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4009 = stablehlo.add %4006, %4008 : tensor<f32>
    %4010 = stablehlo.tanh %3513 : tensor<8x4xf32>
    %cst_1081 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4011 = stablehlo.reduce(%4010 init: %cst_1081) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4012 = stablehlo.add %4009, %4011 : tensor<f32>
    %4013 = stablehlo.tanh %3530 : tensor<8x4xf32>
    %cst_1082 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4014 = stablehlo.reduce(%4013 init: %cst_1082) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4015 = stablehlo.add %4012, %4014 : tensor<f32>
    %4016 = stablehlo.tanh %3546 : tensor<8x4xf32>
    %cst_1083 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4017 = stablehlo.reduce(%4016 init: %cst_1083) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4018 = stablehlo.add %4015, %4017 : tensor<f32>
    %4019 = stablehlo.tanh %3562 : tensor<8x4xf32>
    %cst_1084 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4020 = stablehlo.reduce(%4019 init: %cst_1084) applies stablehlo.add across dimensions = [0, 1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<f32>
    %4021 = stablehlo.add %4018, %4020 : tensor<f32>
    return %861, %280, %351, %1782, %2710, %2691, %3395, %2657, %2674, %247, %328, %306, %1044, %385, %2382, %2530, %2294, %2615#0, %2314, %1322, %3499, %3014, %3053, %2826, %2902, %460, %913, %740, %1267, %2950, %3275, %1948, %1232#0, %138, %198, %2727, %2444, %1521#0, %998, %2799, %2778, %2274, %722, %412, %435, %1, %22, %44, %2133, %1342, %3202, %2074, %898, %1218, %1136, %2639, %3531#3, %654, %694, %841, %1152#0, %2751, %2203, %3242, %3220, %2178#0, %2976, %2501, %3034, %823, %67, %95, %583, %1668#0, %1178, %1587, %4021, %2221, %1415, %3467, %1064, %1396, %1439, %1089, %3444, %3313, %3294, %978, %1538#0, %2472, %2156, %1877, %1895, %1913, %1758, %1019, %1472, %3515, %779, %804, %1117#0, %2548, %2033, %2054, %1931, %928, %486, %1847, %1295, %758, %1827, %2855, %565, %883, %2925, %619, %119, %539, %179, %2995, %1636, %601, %3136, %3158, %3180, %1992, %516, %960, %1970, %1686#0, %1360, %3378, %1377, %1727#0, %3421, %1704#0, %160, %218, %2013, %3074, %3093, %3112, %2239, %2091, %2109, %943, %3359, %2597, %2877, %1504#0, %2257, %2575, %1250#0, %3547#2, %881, %301, %372, %1797, %2724, %2705, %3409, %2671, %2688, %268, %344, %322, %1063, %407, %2425, %2545, %2310, %2630, %2334, %1338, %3513, %3029, %3068, %2841, %2917, %476, %926, %756, %1283, %2965, %3290, %1967, %1247, %155, %214, %2741, %2464, %1536, %1013, %2814, %2793, %2291, %738, %430, %453, %17, %40, %60, %2148, %1358, %3217, %2089, %911, %1231, %1151, %2654, %3546, %683, %720, %857, %1167, %2766, %2219, %3257, %3235, %2194, %2990, %2516, %3049, %839, %88, %116, %599, %1684, %1214, %1609, %2237, %1437, %3482, %1088, %1413, %1461, %1113, %3459, %3327, %3309, %994, %1553, %2488, %2176, %1893, %1911, %1929, %1774, %1043, %1502, %3530, %796, %821, %1132, %2570, %2050, %2072, %1947, %941, %507, %1874, %1319, %774, %1843, %2870, %581, %896, %2940, %635, %135, %555, %195, %3009, %1666, %617, %3151, %3173, %3195, %2009, %537, %976, %1989, %1702, %1375, %3392, %1392, %1743, %3436, %1720, %176, %236, %2030, %3089, %3108, %3127, %2254, %2107, %2125, %956, %3374, %2613, %2892, %1519, %2272, %2594, %1265, %3562 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<8xf32>, tensor<4xf32>, tensor<8xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<2x4x1x4xf32>, tensor<8x4xf32>, tensor<4x2x2xf32>, tensor<8x4xf32>, tensor<4x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x12xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<8xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<32xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<16x8xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<f32>, tensor<4x4xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<8xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<8x4xf32>, tensor<32x4xf32>, tensor<11x5xf32>, tensor<10x7xf32>, tensor<10x7xf32>, tensor<3xf32>, tensor<8x4xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x8xf32>, tensor<24x4xf32>, tensor<2x16xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<4x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<4x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x2x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<4xf32>, tensor<4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<16x12xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x8xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8xf32>, tensor<f32>, tensor<8x4x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @arccosh(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = chlo.acosh %arg0 : tensor<8x4xf32> -> tensor<8x4xf32>
    %1 = chlo.square %arg0 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.subtract %1, %2 : tensor<8x4xf32>
    %4 = stablehlo.rsqrt %3 : tensor<8x4xf32>
    return %0, %4 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @arccosh_0(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg1, %arg0 : tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @sinc(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.compare EQ, %arg0, %0, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_0 = stablehlo.constant dense<3.14159274> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.multiply %2, %arg0 : tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %4:2 = call @_where(%1, %cst_1, %3) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.multiply %3, %5 : tensor<8x4xf32>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %8 = stablehlo.add %6, %7 : tensor<8x4xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %10 = stablehlo.multiply %3, %9 : tensor<8x4xf32>
    %11 = stablehlo.sine %4#0 : tensor<8x4xf32>
    %12 = stablehlo.cosine %4#0 : tensor<8x4xf32>
    %13 = stablehlo.divide %11, %4#0 : tensor<8x4xf32>
    %14 = stablehlo.multiply %4#0, %4#0 : tensor<8x4xf32>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %16 = stablehlo.divide %15, %14 : tensor<8x4xf32>
    %17 = call @_where_1(%1, %8, %13) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %17, %1, %4#1, %10, %12, %4#0, %11, %16 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @_where(%arg0: tensor<8x4xi1>, %arg1: tensor<f32>, %arg2: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %1, %2 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @_where_1(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @sinc_2(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<8x4xf32>, %arg4: tensor<8x4xf32>, %arg5: tensor<8x4xf32>, %arg6: tensor<8x4xf32>, %arg7: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0:2 = call @_where_3(%arg0, %arg7) : (tensor<8x4xi1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %1 = stablehlo.multiply %0#1, %arg6 : tensor<8x4xf32>
    %2 = stablehlo.multiply %1, %arg5 : tensor<8x4xf32>
    %3 = stablehlo.negate %2 : tensor<8x4xf32>
    %4 = stablehlo.divide %0#1, %arg4 : tensor<8x4xf32>
    %5 = stablehlo.multiply %4, %arg3 : tensor<8x4xf32>
    %6 = stablehlo.add %3, %5 : tensor<8x4xf32>
    %7 = stablehlo.multiply %arg2, %0#0 : tensor<8x4xf32>
    %8 = call @_where_4(%arg0, %arg1, %6) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %9 = stablehlo.add %7, %8 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<3.14159274> : tensor<f32>
    %10 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %11 = stablehlo.multiply %10, %9 : tensor<8x4xf32>
    return %11 : tensor<8x4xf32>
  }
  func.func private @_where_3(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg1 : tensor<8x4xi1>, tensor<8x4xf32>
    %2 = stablehlo.select %arg0, %arg1, %0 : tensor<8x4xi1>, tensor<8x4xf32>
    return %2, %1 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @_where_4(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @log_sigmoid(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.negate %arg0 : tensor<8x4xf32>
    %1:3 = call @softplus(%0) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>)
    %2 = stablehlo.negate %1#0 : tensor<8x4xf32>
    return %2, %1#1, %1#2 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @softplus(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x4xf32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.subtract %arg0, %2 : tensor<8x4xf32>
    %4 = stablehlo.compare NE, %3, %3, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.add %arg0, %5 : tensor<8x4xf32>
    %7 = stablehlo.abs %3 : tensor<8x4xf32>
    %8 = stablehlo.negate %7 : tensor<8x4xf32>
    %9 = stablehlo.exponential %8 : tensor<8x4xf32>
    %10 = stablehlo.log_plus_one %9 : tensor<8x4xf32>
    %11 = stablehlo.add %1, %10 : tensor<8x4xf32>
    %12 = stablehlo.select %4, %6, %11 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %13 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %14 = stablehlo.compare EQ, %arg0, %13, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %16 = stablehlo.select %14, %15, %arg0 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %17 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %18 = stablehlo.compare EQ, %12, %17, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %20 = stablehlo.select %18, %19, %12 : tensor<8x4xi1>, tensor<8x4xf32>
    %21 = stablehlo.subtract %16, %20 : tensor<8x4xf32>
    %22 = stablehlo.exponential %21 : tensor<8x4xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_5 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %23 = stablehlo.compare EQ, %cst_4, %cst_5, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %24 = stablehlo.select %23, %cst_7, %cst_6 : tensor<i1>, tensor<f32>
    %cst_8 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %25 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %26 = stablehlo.compare EQ, %12, %25, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %27 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %28 = stablehlo.select %26, %27, %12 : tensor<8x4xi1>, tensor<8x4xf32>
    %29 = stablehlo.broadcast_in_dim %24, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %30 = stablehlo.subtract %29, %28 : tensor<8x4xf32>
    %31 = stablehlo.exponential %30 : tensor<8x4xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %32 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %33 = stablehlo.multiply %32, %31 : tensor<8x4xf32>
    return %12, %22, %33 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @log_sigmoid_5(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.negate %arg2 : tensor<8x4xf32>
    %1 = call @softplus_6(%arg0, %arg1, %0) : (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %2 = stablehlo.negate %1 : tensor<8x4xf32>
    return %2 : tensor<8x4xf32>
  }
  func.func private @softplus_6(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg2, %arg0 : tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @softplus_7(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x4xf32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.subtract %arg0, %2 : tensor<8x4xf32>
    %4 = stablehlo.compare NE, %3, %3, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.add %arg0, %5 : tensor<8x4xf32>
    %7 = stablehlo.abs %3 : tensor<8x4xf32>
    %8 = stablehlo.negate %7 : tensor<8x4xf32>
    %9 = stablehlo.exponential %8 : tensor<8x4xf32>
    %10 = stablehlo.log_plus_one %9 : tensor<8x4xf32>
    %11 = stablehlo.add %1, %10 : tensor<8x4xf32>
    %12 = stablehlo.select %4, %6, %11 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %13 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %14 = stablehlo.compare EQ, %arg0, %13, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %16 = stablehlo.select %14, %15, %arg0 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %17 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %18 = stablehlo.compare EQ, %12, %17, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %20 = stablehlo.select %18, %19, %12 : tensor<8x4xi1>, tensor<8x4xf32>
    %21 = stablehlo.subtract %16, %20 : tensor<8x4xf32>
    %22 = stablehlo.exponential %21 : tensor<8x4xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_5 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %23 = stablehlo.compare EQ, %cst_4, %cst_5, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %24 = stablehlo.select %23, %cst_7, %cst_6 : tensor<i1>, tensor<f32>
    %cst_8 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %25 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %26 = stablehlo.compare EQ, %12, %25, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_9 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %27 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %28 = stablehlo.select %26, %27, %12 : tensor<8x4xi1>, tensor<8x4xf32>
    %29 = stablehlo.broadcast_in_dim %24, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %30 = stablehlo.subtract %29, %28 : tensor<8x4xf32>
    %31 = stablehlo.exponential %30 : tensor<8x4xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %32 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %33 = stablehlo.multiply %32, %31 : tensor<8x4xf32>
    return %12, %22, %33 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @softplus_8(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg2, %arg0 : tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @silu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.negate %arg0 : tensor<8x4xf32>
    %1 = stablehlo.exponential %0 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.add %2, %1 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %5 = stablehlo.divide %4, %3 : tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.subtract %6, %5 : tensor<8x4xf32>
    %8 = stablehlo.multiply %5, %7 : tensor<8x4xf32>
    %9 = stablehlo.multiply %arg0, %5 : tensor<8x4xf32>
    return %9, %8, %5 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @silu_9(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg2, %arg3 : tensor<8x4xf32>
    %1 = stablehlo.multiply %arg3, %arg1 : tensor<8x4xf32>
    %2 = stablehlo.multiply %0, %arg0 : tensor<8x4xf32>
    %3 = stablehlo.add %1, %2 : tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @elu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.compare GT, %arg0, %0, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.compare GT, %arg0, %2, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4:2 = call @_where_10(%3, %cst_1, %arg0) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %5 = stablehlo.exponential_minus_one %4#0 : tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.add %5, %6 : tensor<8x4xf32>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %9 = stablehlo.multiply %8, %5 : tensor<8x4xf32>
    %10 = call @_where_1(%1, %arg0, %9) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %10, %3, %4#1, %7, %1 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>
  }
  func.func private @_where_10(%arg0: tensor<8x4xi1>, %arg1: tensor<f32>, %arg2: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.convert %arg1 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.select %arg0, %1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %2, %3 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @elu_11(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<8x4xi1>, %arg4: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0:2 = call @_where_3(%arg3, %arg4) : (tensor<8x4xi1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.multiply %1, %0#1 : tensor<8x4xf32>
    %3 = stablehlo.multiply %2, %arg2 : tensor<8x4xf32>
    %4 = call @_where_12(%arg0, %arg1, %3) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.add %0#0, %4 : tensor<8x4xf32>
    return %5 : tensor<8x4xf32>
  }
  func.func private @_where_12(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @celu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x4xf32>
    %2 = stablehlo.compare EQ, %arg0, %1, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %5 = stablehlo.select %2, %3, %4 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.compare EQ, %6, %1, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_3 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_4 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %10 = stablehlo.select %7, %8, %9 : tensor<8x4xi1>, tensor<8x4xf32>
    %11 = stablehlo.divide %5, %10 : tensor<8x4xf32>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %13 = stablehlo.minimum %arg0, %12 : tensor<8x4xf32>
    %14 = stablehlo.compare EQ, %arg0, %13, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %16 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %17 = stablehlo.select %14, %15, %16 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %19 = stablehlo.compare EQ, %18, %13, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_9 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %20 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_10 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %21 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %22 = stablehlo.select %19, %20, %21 : tensor<8x4xi1>, tensor<8x4xf32>
    %23 = stablehlo.divide %17, %22 : tensor<8x4xf32>
    %cst_11 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %24 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %25 = stablehlo.divide %13, %24 : tensor<8x4xf32>
    %26 = stablehlo.exponential_minus_one %25 : tensor<8x4xf32>
    %cst_12 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %27 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %28 = stablehlo.add %26, %27 : tensor<8x4xf32>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %29 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %30 = stablehlo.multiply %29, %26 : tensor<8x4xf32>
    %31 = stablehlo.add %1, %30 : tensor<8x4xf32>
    return %31, %11, %23, %28 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @celu_13(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.multiply %0, %arg3 : tensor<8x4xf32>
    %2 = stablehlo.multiply %1, %arg2 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %4 = stablehlo.divide %2, %3 : tensor<8x4xf32>
    %5 = stablehlo.multiply %4, %arg1 : tensor<8x4xf32>
    %6 = stablehlo.multiply %arg3, %arg0 : tensor<8x4xf32>
    %7 = stablehlo.add %5, %6 : tensor<8x4xf32>
    return %7 : tensor<8x4xf32>
  }
  func.func private @selu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>) {
    %cst = stablehlo.constant dense<1.67326319> : tensor<f32>
    %0:6 = call @elu_14(%arg0, %cst) : (tensor<8x4xf32>, tensor<f32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>)
    %cst_0 = stablehlo.constant dense<1.05070102> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.multiply %1, %0#0 : tensor<8x4xf32>
    return %2, %0#1, %0#2, %0#3, %0#4, %0#5 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>
  }
  func.func private @elu_14(%arg0: tensor<8x4xf32>, %arg1: tensor<f32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.compare GT, %arg0, %0, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.compare GT, %arg0, %2, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4:2 = call @_where_15(%3, %cst_1, %arg0) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %5 = stablehlo.exponential_minus_one %4#0 : tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.add %5, %6 : tensor<8x4xf32>
    %8 = stablehlo.convert %arg1 : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %10 = stablehlo.multiply %9, %5 : tensor<8x4xf32>
    %11 = call @_where_16(%1, %arg0, %10) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %11, %3, %4#1, %7, %8, %1 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>
  }
  func.func private @_where_15(%arg0: tensor<8x4xi1>, %arg1: tensor<f32>, %arg2: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.convert %arg1 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.select %arg0, %1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %2, %3 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @_where_16(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @selu_17(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<f32>, %arg4: tensor<8x4xi1>, %arg5: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<1.05070102> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.multiply %0, %arg5 : tensor<8x4xf32>
    %2 = call @elu_18(%arg0, %arg1, %arg2, %arg3, %arg4, %1) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<8x4xi1>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %2 : tensor<8x4xf32>
  }
  func.func private @elu_18(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<f32>, %arg4: tensor<8x4xi1>, %arg5: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0:2 = call @_where_19(%arg4, %arg5) : (tensor<8x4xi1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %1 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.multiply %1, %0#1 : tensor<8x4xf32>
    %3 = stablehlo.multiply %2, %arg2 : tensor<8x4xf32>
    %4 = call @_where_20(%arg0, %arg1, %3) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.add %0#0, %4 : tensor<8x4xf32>
    return %5 : tensor<8x4xf32>
  }
  func.func private @_where_19(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg1 : tensor<8x4xi1>, tensor<8x4xf32>
    %2 = stablehlo.select %arg0, %arg1, %0 : tensor<8x4xi1>, tensor<8x4xf32>
    return %2, %1 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @_where_20(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @relu(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @relu6(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<6.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.minimum %1, %2 : tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @leaky_relu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.compare GE, %arg0, %0, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_0 = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.multiply %2, %arg0 : tensor<8x4xf32>
    %4 = call @_where_1(%1, %arg0, %3) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %4, %1 : tensor<8x4xf32>, tensor<8x4xi1>
  }
  func.func private @leaky_relu_21(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0:2 = call @_where_3(%arg0, %arg1) : (tensor<8x4xi1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %cst = stablehlo.constant dense<0.00999999977> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.multiply %1, %0#1 : tensor<8x4xf32>
    %3 = stablehlo.add %0#0, %2 : tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @hard_silu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %0:3 = call @hard_sigmoid(%arg0) : (tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>)
    %1 = stablehlo.multiply %arg0, %0#0 : tensor<8x4xf32>
    return %1, %0#1, %0#2, %0#0 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @hard_sigmoid(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<3.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.add %arg0, %0 : tensor<8x4xf32>
    %2 = call @relu6_22(%1) : (tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %4 = stablehlo.compare GT, %1, %3, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<6.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.compare LT, %1, %5, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %7 = stablehlo.and %4, %6 : tensor<8x4xi1>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_3 = stablehlo.constant dense<6.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %10 = stablehlo.divide %2, %9 : tensor<8x4xf32>
    return %10, %7, %8 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>
  }
  func.func private @relu6_22(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.maximum %arg0, %0 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<6.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.minimum %1, %2 : tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @hard_silu_23(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<8x4xf32>, %arg4: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg3, %arg4 : tensor<8x4xf32>
    %1 = stablehlo.multiply %arg4, %arg2 : tensor<8x4xf32>
    %2 = call @hard_sigmoid_24(%arg0, %arg1, %0) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %3 = stablehlo.add %1, %2 : tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @hard_sigmoid_24(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<6.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.divide %arg2, %0 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.select %arg0, %1, %2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @round(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.round_nearest_even %arg0 : tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @trunc(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.compare LT, %arg0, %0, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %2 = stablehlo.ceil %arg0 : tensor<8x4xf32>
    %3 = stablehlo.floor %arg0 : tensor<8x4xf32>
    %4 = call @_where_25(%1, %2, %3) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %4 : tensor<8x4xf32>
  }
  func.func private @_where_25(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @nan_to_num(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>) {
    %0 = stablehlo.compare NE, %arg0, %arg0, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1:2 = call @_where(%0, %cst, %arg0) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %cst_0 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.compare EQ, %1#0, %2, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<3.40282347E+38> : tensor<f32>
    %4:2 = call @_where(%3, %cst_1, %1#0) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %cst_2 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.compare EQ, %4#0, %5, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_3 = stablehlo.constant dense<-3.40282347E+38> : tensor<f32>
    %7:2 = call @_where(%6, %cst_3, %4#0) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    return %7#0, %0, %1#1, %3, %4#1, %6, %7#1 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>
  }
  func.func private @nan_to_num_26(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xi1>, %arg3: tensor<8x4xf32>, %arg4: tensor<8x4xi1>, %arg5: tensor<8x4xf32>, %arg6: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = call @_where_4(%arg4, %arg5, %arg6) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1 = call @_where_4(%arg2, %arg3, %0) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %2 = call @_where_4(%arg0, %arg1, %1) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %2 : tensor<8x4xf32>
  }
  func.func private @remainder(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>) {
    %0 = stablehlo.remainder %arg0, %arg1 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.compare NE, %0, %1, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %4 = stablehlo.compare LT, %0, %3, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.compare LT, %arg1, %5, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %7 = stablehlo.compare NE, %4, %6, UNSIGNED : (tensor<8x4xi1>, tensor<8x4xi1>) -> tensor<8x4xi1>
    %8 = stablehlo.and %7, %2 : tensor<8x4xi1>
    %9 = stablehlo.add %0, %arg1 : tensor<8x4xf32>
    %10 = stablehlo.select %8, %9, %0 : tensor<8x4xi1>, tensor<8x4xf32>
    return %10, %8 : tensor<8x4xf32>, tensor<8x4xi1>
  }
  func.func private @remainder_27(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg1 : tensor<8x4xi1>, tensor<8x4xf32>
    %2 = stablehlo.select %arg0, %arg1, %0 : tensor<8x4xi1>, tensor<8x4xf32>
    %3 = stablehlo.add %1, %2 : tensor<8x4xf32>
    return %3 : tensor<8x4xf32>
  }
  func.func private @fmod(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.remainder %arg0, %arg1 : tensor<8x4xf32>
    return %0 : tensor<8x4xf32>
  }
  func.func private @fmod_28(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    return %arg0 : tensor<8x4xf32>
  }
  func.func private @hypot(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xf32>) {
    %0 = stablehlo.abs %arg0 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.compare GE, %arg0, %1, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3 = stablehlo.abs %arg1 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %5 = stablehlo.compare EQ, %0, %4, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.compare EQ, %3, %6, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %8 = stablehlo.or %5, %7 : tensor<8x4xi1>
    %9 = stablehlo.maximum %0, %3 : tensor<8x4xf32>
    %10 = stablehlo.compare EQ, %0, %9, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %11 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %13 = stablehlo.select %10, %11, %12 : tensor<8x4xi1>, tensor<8x4xf32>
    %14 = stablehlo.compare EQ, %3, %9, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_5 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %16 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %17 = stablehlo.select %14, %15, %16 : tensor<8x4xi1>, tensor<8x4xf32>
    %18 = stablehlo.divide %13, %17 : tensor<8x4xf32>
    %19 = stablehlo.minimum %0, %3 : tensor<8x4xf32>
    %20 = stablehlo.compare EQ, %0, %19, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %21 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_7 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %22 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %23 = stablehlo.select %20, %21, %22 : tensor<8x4xi1>, tensor<8x4xf32>
    %24 = stablehlo.compare EQ, %3, %19, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_8 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %25 = stablehlo.broadcast_in_dim %cst_8, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_9 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %27 = stablehlo.select %24, %25, %26 : tensor<8x4xi1>, tensor<8x4xf32>
    %28 = stablehlo.divide %23, %27 : tensor<8x4xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %29 = stablehlo.broadcast_in_dim %cst_10, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %30 = stablehlo.compare EQ, %9, %29, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_11 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %31 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %32 = stablehlo.compare EQ, %9, %31, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_12 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %33 = stablehlo.broadcast_in_dim %cst_12, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %34:2 = call @_where_29(%32, %33, %9) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %35 = stablehlo.divide %19, %34#0 : tensor<8x4xf32>
    %36 = stablehlo.multiply %34#0, %34#0 : tensor<8x4xf32>
    %cst_13 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %37 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %38 = stablehlo.divide %37, %36 : tensor<8x4xf32>
    %39 = chlo.square %35 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_14 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %40 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %41 = stablehlo.multiply %40, %35 : tensor<8x4xf32>
    %cst_15 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %42 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %43 = stablehlo.add %42, %39 : tensor<8x4xf32>
    %44 = stablehlo.sqrt %43 : tensor<8x4xf32>
    %cst_16 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %45 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %46 = stablehlo.divide %45, %44 : tensor<8x4xf32>
    %47 = stablehlo.multiply %9, %44 : tensor<8x4xf32>
    %48 = call @_where_1(%30, %9, %47) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %cst_17 = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %49:2 = call @_where(%8, %cst_17, %48) : (tensor<8x4xi1>, tensor<f32>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    return %49#0, %2, %18, %28, %32, %34#1, %34#0, %19, %38, %41, %46, %44, %9, %30, %8, %49#1 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xf32>
  }
  func.func private @_where_29(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %0, %1 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @hypot_30(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>, %arg3: tensor<8x4xi1>, %arg4: tensor<8x4xf32>, %arg5: tensor<8x4xf32>, %arg6: tensor<8x4xf32>, %arg7: tensor<8x4xf32>, %arg8: tensor<8x4xf32>, %arg9: tensor<8x4xf32>, %arg10: tensor<8x4xf32>, %arg11: tensor<8x4xf32>, %arg12: tensor<8x4xi1>, %arg13: tensor<8x4xi1>, %arg14: tensor<8x4xf32>, %arg15: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = call @_where_4(%arg13, %arg14, %arg15) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %1:2 = call @_where_3(%arg12, %0) : (tensor<8x4xi1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %2 = stablehlo.multiply %arg11, %1#1 : tensor<8x4xf32>
    %3 = stablehlo.multiply %1#1, %arg10 : tensor<8x4xf32>
    %4 = stablehlo.add %1#0, %3 : tensor<8x4xf32>
    %5 = stablehlo.multiply %2, %arg9 : tensor<8x4xf32>
    %6 = stablehlo.multiply %5, %arg8 : tensor<8x4xf32>
    %7 = stablehlo.multiply %6, %arg7 : tensor<8x4xf32>
    %8 = stablehlo.multiply %7, %arg6 : tensor<8x4xf32>
    %9 = stablehlo.negate %8 : tensor<8x4xf32>
    %10 = stablehlo.divide %6, %arg5 : tensor<8x4xf32>
    %11 = call @_where_31(%arg3, %arg4, %9) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %12 = stablehlo.add %4, %11 : tensor<8x4xf32>
    %13 = stablehlo.multiply %10, %arg2 : tensor<8x4xf32>
    %14 = stablehlo.multiply %12, %arg1 : tensor<8x4xf32>
    %15 = stablehlo.add %13, %14 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %16 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %17 = stablehlo.select %arg0, %16, %15 : tensor<8x4xi1>, tensor<8x4xf32>
    %18 = stablehlo.select %arg0, %15, %16 : tensor<8x4xi1>, tensor<8x4xf32>
    %19 = stablehlo.negate %17 : tensor<8x4xf32>
    %20 = stablehlo.add %18, %19 : tensor<8x4xf32>
    return %20 : tensor<8x4xf32>
  }
  func.func private @_where_31(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @floor_divide(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.remainder %arg0, %arg1 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.compare EQ, %arg1, %1, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %3 = stablehlo.subtract %arg0, %0 : tensor<8x4xf32>
    %4 = call @_where_1(%2, %arg0, %3) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.divide %4, %arg1 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.compare NE, %0, %6, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %8 = stablehlo.sign %arg1 : tensor<8x4xf32>
    %9 = stablehlo.sign %0 : tensor<8x4xf32>
    %10 = stablehlo.compare NE, %8, %9, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %11 = stablehlo.and %7, %10 : tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %13 = stablehlo.subtract %5, %12 : tensor<8x4xf32>
    %14 = stablehlo.select %11, %13, %5 : tensor<8x4xi1>, tensor<8x4xf32>
    %15 = stablehlo.round_nearest_afz %14 : tensor<8x4xf32>
    return %15 : tensor<8x4xf32>
  }
  func.func private @copysign(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xi1>) {
    %0 = call @signbit(%arg1) : (tensor<8x4xf32>) -> tensor<8x4xi1>
    %1 = stablehlo.abs %arg0 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %3 = stablehlo.compare GE, %arg0, %2, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %4 = stablehlo.negate %1 : tensor<8x4xf32>
    %5 = stablehlo.abs %arg0 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %6 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %7 = stablehlo.compare GE, %arg0, %6, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %8 = call @_where_1(%0, %4, %5) : (tensor<8x4xi1>, tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %8, %3, %7, %0 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xi1>, tensor<8x4xi1>
  }
  func.func private @signbit(%arg0: tensor<8x4xf32>) -> tensor<8x4xi1> {
    %0 = stablehlo.bitcast_convert %arg0 : (tensor<8x4xf32>) -> tensor<8x4xi32>
    %c = stablehlo.constant dense<31> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2 = stablehlo.shift_right_arithmetic %0, %1 : tensor<8x4xi32>
    %c_0 = stablehlo.constant dense<0> : tensor<i32>
    %3 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %4 = stablehlo.compare NE, %2, %3, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %5 = stablehlo.convert %4 : tensor<8x4xi1>
    return %5 : tensor<8x4xi1>
  }
  func.func private @copysign_32(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xi1>, %arg2: tensor<8x4xi1>, %arg3: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0:2 = call @_where_3(%arg2, %arg3) : (tensor<8x4xi1>, tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>)
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.select %arg1, %1, %0#1 : tensor<8x4xi1>, tensor<8x4xf32>
    %3 = stablehlo.select %arg1, %0#1, %1 : tensor<8x4xi1>, tensor<8x4xf32>
    %4 = stablehlo.negate %2 : tensor<8x4xf32>
    %5 = stablehlo.add %3, %4 : tensor<8x4xf32>
    %6 = stablehlo.negate %0#0 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %8 = stablehlo.select %arg0, %7, %6 : tensor<8x4xi1>, tensor<8x4xf32>
    %9 = stablehlo.select %arg0, %6, %7 : tensor<8x4xi1>, tensor<8x4xf32>
    %10 = stablehlo.add %5, %9 : tensor<8x4xf32>
    %11 = stablehlo.negate %8 : tensor<8x4xf32>
    %12 = stablehlo.add %10, %11 : tensor<8x4xf32>
    return %12 : tensor<8x4xf32>
  }
  func.func private @_where_33(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %0, %1 : tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @_where_34(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @clip(%arg0: tensor<8x4xf32>, %arg1: tensor<f32>, %arg2: tensor<f32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>) {
    %0 = stablehlo.convert %arg1 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<8x4xf32>
    %3 = stablehlo.compare EQ, %arg0, %2, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.select %3, %4, %5 : tensor<8x4xi1>, tensor<8x4xf32>
    %7 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %8 = stablehlo.compare EQ, %7, %2, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %10 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %11 = stablehlo.select %8, %9, %10 : tensor<8x4xi1>, tensor<8x4xf32>
    %12 = stablehlo.divide %6, %11 : tensor<8x4xf32>
    %13 = stablehlo.convert %arg2 : tensor<f32>
    %14 = stablehlo.broadcast_in_dim %13, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %15 = stablehlo.minimum %14, %2 : tensor<8x4xf32>
    %16 = stablehlo.compare EQ, %2, %15, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %17 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %19 = stablehlo.select %16, %17, %18 : tensor<8x4xi1>, tensor<8x4xf32>
    %20 = stablehlo.broadcast_in_dim %13, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %21 = stablehlo.compare EQ, %20, %15, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    %cst_5 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %22 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %cst_6 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %23 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %24 = stablehlo.select %21, %22, %23 : tensor<8x4xi1>, tensor<8x4xf32>
    %25 = stablehlo.divide %19, %24 : tensor<8x4xf32>
    return %15, %12, %25 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x4xf32>
  }
  func.func private @clip_35(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg2, %arg1 : tensor<8x4xf32>
    %1 = stablehlo.multiply %0, %arg0 : tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @remainder_36(%arg0: tensor<8x4xi32>, %arg1: tensor<i32>) -> tensor<8x4xi32> {
    %0 = stablehlo.convert %arg1 : tensor<i32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1 = stablehlo.compare EQ, %0, %c, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %c_0 = stablehlo.constant dense<1> : tensor<i32>
    %2 = call @_where_37(%1, %c_0, %0) : (tensor<i1>, tensor<i32>, tensor<i32>) -> tensor<i32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %4 = stablehlo.remainder %arg0, %3 : tensor<8x4xi32>
    %c_1 = stablehlo.constant dense<0> : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %6 = stablehlo.compare NE, %4, %5, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %7 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %8 = stablehlo.compare LT, %4, %7, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %9 = stablehlo.compare LT, %2, %c_3, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %10 = stablehlo.broadcast_in_dim %9, dims = [] : (tensor<i1>) -> tensor<8x4xi1>
    %11 = stablehlo.compare NE, %8, %10, UNSIGNED : (tensor<8x4xi1>, tensor<8x4xi1>) -> tensor<8x4xi1>
    %12 = stablehlo.and %11, %6 : tensor<8x4xi1>
    %13 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %14 = stablehlo.add %4, %13 : tensor<8x4xi32>
    %15 = stablehlo.select %12, %14, %4 : tensor<8x4xi1>, tensor<8x4xi32>
    return %15 : tensor<8x4xi32>
  }
  func.func private @_where_37(%arg0: tensor<i1>, %arg1: tensor<i32>, %arg2: tensor<i32>) -> tensor<i32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<i1>, tensor<i32>
    return %0 : tensor<i32>
  }
  func.func private @_var(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> (tensor<8xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<8xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<8x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x4xf32>
    %6 = chlo.square %5 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %8 = stablehlo.multiply %7, %5 : tensor<8x4xf32>
    %9 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_2 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %10 = stablehlo.subtract %cst_2, %9 : tensor<f32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%6 init: %cst_3) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %12 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %13 = stablehlo.divide %11, %12 : tensor<8xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %14 = stablehlo.compare GT, %10, %cst_4, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_5 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %15:2 = call @_where_38(%14, %13, %cst_5) : (tensor<i1>, tensor<8xf32>, tensor<f32>) -> (tensor<8xf32>, tensor<8xf32>)
    return %15#0, %8, %10, %14, %15#1 : tensor<8xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<8xf32>
  }
  func.func private @_where_38(%arg0: tensor<i1>, %arg1: tensor<8xf32>, %arg2: tensor<f32>) -> (tensor<8xf32>, tensor<8xf32>) {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<8xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8xf32>
    return %2, %3 : tensor<8xf32>, tensor<8xf32>
  }
  func.func private @_var_39(%arg0: tensor<8x4xf32>, %arg1: tensor<f32>, %arg2: tensor<i1>, %arg3: tensor<8xf32>, %arg4: tensor<8xf32>) -> tensor<8x4xf32> {
    %0 = call @_where_40(%arg2, %arg3, %arg4) : (tensor<i1>, tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.divide %0, %1 : tensor<8xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %4 = stablehlo.multiply %3, %arg0 : tensor<8x4xf32>
    %5 = stablehlo.negate %4 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %7 = stablehlo.reshape %6 : (tensor<8xf32>) -> tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %9 = stablehlo.divide %7, %8 : tensor<8x1xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %10 = stablehlo.reduce(%9 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %12 = stablehlo.add %4, %11 : tensor<8x4xf32>
    return %12 : tensor<8x4xf32>
  }
  func.func private @_where_40(%arg0: tensor<i1>, %arg1: tensor<8xf32>, %arg2: tensor<8xf32>) -> tensor<8xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<i1>, tensor<8xf32>
    return %1 : tensor<8xf32>
  }
  func.func private @_std(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> (tensor<4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>, tensor<4xf32>) {
    %0:5 = call @_var_41(%arg0, %arg1) : (tensor<8x4xf32>, tensor<i32>) -> (tensor<4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>)
    %1 = stablehlo.sqrt %0#0 : tensor<4xf32>
    %cst = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %3 = stablehlo.divide %2, %1 : tensor<4xf32>
    return %1, %0#1, %0#2, %0#3, %0#4, %3 : tensor<4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>, tensor<4xf32>
  }
  func.func private @_var_41(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> (tensor<4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_0 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<1x4xf32>
    %3 = stablehlo.divide %1, %2 : tensor<1x4xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x4xf32>
    %6 = chlo.square %5 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %8 = stablehlo.multiply %7, %5 : tensor<8x4xf32>
    %9 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_2 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %10 = stablehlo.subtract %cst_2, %9 : tensor<f32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%6 init: %cst_3) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %12 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %13 = stablehlo.divide %11, %12 : tensor<4xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %14 = stablehlo.compare GT, %10, %cst_4, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_5 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %15:2 = call @_where_42(%14, %13, %cst_5) : (tensor<i1>, tensor<4xf32>, tensor<f32>) -> (tensor<4xf32>, tensor<4xf32>)
    return %15#0, %8, %10, %14, %15#1 : tensor<4xf32>, tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>
  }
  func.func private @_where_42(%arg0: tensor<i1>, %arg1: tensor<4xf32>, %arg2: tensor<f32>) -> (tensor<4xf32>, tensor<4xf32>) {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<4xf32>
    return %2, %3 : tensor<4xf32>, tensor<4xf32>
  }
  func.func private @_std_43(%arg0: tensor<8x4xf32>, %arg1: tensor<f32>, %arg2: tensor<i1>, %arg3: tensor<4xf32>, %arg4: tensor<4xf32>, %arg5: tensor<4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg5, %arg4 : tensor<4xf32>
    %1 = call @_var_44(%arg0, %arg1, %arg2, %arg3, %0) : (tensor<8x4xf32>, tensor<f32>, tensor<i1>, tensor<4xf32>, tensor<4xf32>) -> tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @_var_44(%arg0: tensor<8x4xf32>, %arg1: tensor<f32>, %arg2: tensor<i1>, %arg3: tensor<4xf32>, %arg4: tensor<4xf32>) -> tensor<8x4xf32> {
    %0 = call @_where_45(%arg2, %arg3, %arg4) : (tensor<i1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2 = stablehlo.divide %0, %1 : tensor<4xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [1] : (tensor<4xf32>) -> tensor<8x4xf32>
    %4 = stablehlo.multiply %3, %arg0 : tensor<8x4xf32>
    %5 = stablehlo.negate %4 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %6 = stablehlo.reduce(%5 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %7 = stablehlo.reshape %6 : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_0 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<1x4xf32>
    %9 = stablehlo.divide %7, %8 : tensor<1x4xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %10 = stablehlo.reduce(%9 init: %cst_1) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<4xf32>
    %11 = stablehlo.broadcast_in_dim %10, dims = [1] : (tensor<4xf32>) -> tensor<8x4xf32>
    %12 = stablehlo.add %4, %11 : tensor<8x4xf32>
    return %12 : tensor<8x4xf32>
  }
  func.func private @_where_45(%arg0: tensor<i1>, %arg1: tensor<4xf32>, %arg2: tensor<4xf32>) -> tensor<4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<i1>, tensor<4xf32>
    return %1 : tensor<4xf32>
  }
  func.func private @norm(%arg0: tensor<8x4xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
    %0 = stablehlo.multiply %arg0, %arg0 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.sqrt %1 : tensor<8xf32>
    %cst_0 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %4 = stablehlo.divide %3, %2 : tensor<8xf32>
    return %2, %4 : tensor<8xf32>, tensor<8xf32>
  }
  func.func private @norm_46(%arg0: tensor<8x4xf32>, %arg1: tensor<8xf32>, %arg2: tensor<8xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg2, %arg1 : tensor<8xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %2 = stablehlo.multiply %arg0, %1 : tensor<8x4xf32>
    %3 = stablehlo.multiply %1, %arg0 : tensor<8x4xf32>
    %4 = stablehlo.add %2, %3 : tensor<8x4xf32>
    return %4 : tensor<8x4xf32>
  }
  func.func private @log_softmax(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x1xf32>) {
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %cst_0 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.maximum %1, %0 : tensor<8xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x4xf32>
    %6 = stablehlo.exponential %5 : tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %9 = stablehlo.log %8 : tensor<8x1xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %11 = stablehlo.subtract %5, %10 : tensor<8x4xf32>
    return %11, %6, %8 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x1xf32>
  }
  func.func private @log_softmax_47(%arg0: tensor<8x4xf32>, %arg1: tensor<8x1xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.negate %arg2 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.reshape %1 : (tensor<8xf32>) -> tensor<8x1xf32>
    %3 = stablehlo.divide %2, %arg1 : tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<8x4xf32>
    %7 = stablehlo.add %arg2, %6 : tensor<8x4xf32>
    return %7 : tensor<8x4xf32>
  }
  func.func private @standardize(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x4xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<8x1xf32>
    %4 = chlo.square %arg0 : tensor<8x4xf32> -> tensor<8x4xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%4 init: %cst_2) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %cst_3 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<8x1xf32>
    %11 = chlo.square %3 : tensor<8x1xf32> -> tensor<8x1xf32>
    %cst_4 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %12 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %13 = stablehlo.multiply %12, %3 : tensor<8x1xf32>
    %14 = stablehlo.subtract %10, %11 : tensor<8x1xf32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %15:2 = call @clip_48(%14, %c) : (tensor<8x1xf32>, tensor<i32>) -> (tensor<8x1xf32>, tensor<8x1xf32>)
    %16 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %17 = stablehlo.subtract %arg0, %16 : tensor<8x4xf32>
    %cst_5 = stablehlo.constant dense<9.99999974E-6> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %19 = stablehlo.add %15#0, %18 : tensor<8x1xf32>
    %20 = stablehlo.rsqrt %19 : tensor<8x1xf32>
    %21 = stablehlo.divide %20, %19 : tensor<8x1xf32>
    %cst_6 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %22 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %23 = stablehlo.multiply %22, %21 : tensor<8x1xf32>
    %24 = stablehlo.broadcast_in_dim %20, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %25 = stablehlo.multiply %17, %24 : tensor<8x4xf32>
    return %25, %6, %13, %15#1, %23, %20, %17 : tensor<8x4xf32>, tensor<8x4xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x1xf32>, tensor<8x4xf32>
  }
  func.func private @clip_48(%arg0: tensor<8x1xf32>, %arg1: tensor<i32>) -> (tensor<8x1xf32>, tensor<8x1xf32>) {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<8x1xf32>
    %3 = stablehlo.compare EQ, %arg0, %2, FLOAT : (tensor<8x1xf32>, tensor<8x1xf32>) -> tensor<8x1xi1>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %4 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %6 = stablehlo.select %3, %4, %5 : tensor<8x1xi1>, tensor<8x1xf32>
    %7 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %8 = stablehlo.compare EQ, %7, %2, FLOAT : (tensor<8x1xf32>, tensor<8x1xf32>) -> tensor<8x1xi1>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %cst_2 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %10 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %11 = stablehlo.select %8, %9, %10 : tensor<8x1xi1>, tensor<8x1xf32>
    %12 = stablehlo.divide %6, %11 : tensor<8x1xf32>
    return %2, %12 : tensor<8x1xf32>, tensor<8x1xf32>
  }
  func.func private @standardize_49(%arg0: tensor<8x4xf32>, %arg1: tensor<8x1xf32>, %arg2: tensor<8x1xf32>, %arg3: tensor<8x1xf32>, %arg4: tensor<8x1xf32>, %arg5: tensor<8x4xf32>, %arg6: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.multiply %arg5, %arg6 : tensor<8x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.reshape %1 : (tensor<8xf32>) -> tensor<8x1xf32>
    %3 = stablehlo.broadcast_in_dim %arg4, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %4 = stablehlo.multiply %arg6, %3 : tensor<8x4xf32>
    %5 = stablehlo.multiply %2, %arg3 : tensor<8x1xf32>
    %6 = stablehlo.negate %4 : tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %8 = stablehlo.reshape %7 : (tensor<8xf32>) -> tensor<8x1xf32>
    %9 = call @clip_50(%arg2, %5) : (tensor<8x1xf32>, tensor<8x1xf32>) -> tensor<8x1xf32>
    %10 = stablehlo.negate %9 : tensor<8x1xf32>
    %11 = stablehlo.multiply %10, %arg1 : tensor<8x1xf32>
    %12 = stablehlo.add %8, %11 : tensor<8x1xf32>
    %cst_1 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %13 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %14 = stablehlo.divide %9, %13 : tensor<8x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.reduce(%14 init: %cst_2) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
    %16 = stablehlo.broadcast_in_dim %15, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %17 = stablehlo.multiply %16, %arg0 : tensor<8x4xf32>
    %18 = stablehlo.add %4, %17 : tensor<8x4xf32>
    %cst_3 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %19 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %20 = stablehlo.divide %12, %19 : tensor<8x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %21 = stablehlo.reduce(%20 init: %cst_4) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0] : (tensor<8xf32>) -> tensor<8x4xf32>
    %23 = stablehlo.add %18, %22 : tensor<8x4xf32>
    return %23 : tensor<8x4xf32>
  }
  func.func private @clip_50(%arg0: tensor<8x1xf32>, %arg1: tensor<8x1xf32>) -> tensor<8x1xf32> {
    %0 = stablehlo.multiply %arg1, %arg0 : tensor<8x1xf32>
    return %0 : tensor<8x1xf32>
  }
  func.func private @_take(%arg0: tensor<8x4xf32>, %arg1: tensor<4xi32>) -> (tensor<8x4xf32>, tensor<4x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<4xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi1>
    %c_0 = stablehlo.constant dense<4> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<4xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<4xi32>
    %4 = call @_where_51(%1, %3, %arg1) : (tensor<4xi1>, tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<4xi32>) -> tensor<4x1xi32>
    %c_1 = stablehlo.constant dense<3> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<4x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<4x1xi32>, tensor<4x1xi32>) -> tensor<4x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [1] : (tensor<1xi32>) -> tensor<1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1] : (tensor<1x1xi32>) -> tensor<4x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<4x1xi32>, tensor<4x1xi32>) -> tensor<4x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<4x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [1] : (tensor<4x1xi1>, tensor<i1>) -> tensor<4xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<offset_dims = [0], collapsed_slice_dims = [1], start_index_map = [1], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 8, 1>}> : (tensor<8x4xf32>, tensor<4x1xi32>) -> tensor<8x4xf32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [1] : (tensor<4xi1>) -> tensor<8x4xi1>
    %cst = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %16 = stablehlo.select %14, %13, %15 : tensor<8x4xi1>, tensor<8x4xf32>
    return %16, %5 : tensor<8x4xf32>, tensor<4x1xi32>
  }
  func.func private @_where_51(%arg0: tensor<4xi1>, %arg1: tensor<4xi32>, %arg2: tensor<4xi32>) -> tensor<4xi32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<4xi1>, tensor<4xi32>
    return %0 : tensor<4xi32>
  }
  func.func private @_take_52(%arg0: tensor<4x1xi32>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [0], inserted_window_dims = [1], scatter_dims_to_operand_dims = [1], index_vector_dim = 1>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f32>
      stablehlo.return %2 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<4x1xi32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @take_along_axis(%arg0: tensor<8x4xf32>, %arg1: tensor<8x4xi32>) -> (tensor<8x4xf32>, tensor<8x4x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %c_0 = stablehlo.constant dense<4> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<8x4xi32>
    %4 = stablehlo.select %1, %3, %arg1 : tensor<8x4xi1>, tensor<8x4xi32>
    %5 = stablehlo.reshape %4 : (tensor<8x4xi32>) -> tensor<8x4x1xi32>
    %c_1 = stablehlo.constant dense<3> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<8x4x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<8x4x1xi32>, tensor<8x4x1xi32>) -> tensor<8x4x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<8x4x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<8x4x1xi32>, tensor<8x4x1xi32>) -> tensor<8x4x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<8x4x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<8x4x1xi1>, tensor<i1>) -> tensor<8x4xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<collapsed_slice_dims = [1], operand_batching_dims = [0], start_indices_batching_dims = [0], start_index_map = [1], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 1>}> : (tensor<8x4xf32>, tensor<8x4x1xi32>) -> tensor<8x4xf32>
    %cst = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %14 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %15 = stablehlo.select %12, %13, %14 : tensor<8x4xi1>, tensor<8x4xf32>
    return %15, %5 : tensor<8x4xf32>, tensor<8x4x1xi32>
  }
  func.func private @take_along_axis_53(%arg0: tensor<8x4x1xi32>, %arg1: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<inserted_window_dims = [1], input_batching_dims = [0], scatter_indices_batching_dims = [0], scatter_dims_to_operand_dims = [1], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f32>
      stablehlo.return %2 : tensor<f32>
    }) : (tensor<8x4xf32>, tensor<8x4x1xi32>, tensor<8x4xf32>) -> tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @_pad(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> tensor<10x7xf32> {
    %0 = stablehlo.slice %arg0 [0:1, 0:4] : (tensor<8x4xf32>) -> tensor<1x4xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 2] : (tensor<1x4xf32>) -> tensor<1x1x4xf32>
    %2 = stablehlo.reshape %1 : (tensor<1x1x4xf32>) -> tensor<1x4xf32>
    %3 = stablehlo.slice %arg0 [7:8, 0:4] : (tensor<8x4xf32>) -> tensor<1x4xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 2] : (tensor<1x4xf32>) -> tensor<1x1x4xf32>
    %5 = stablehlo.reshape %4 : (tensor<1x1x4xf32>) -> tensor<1x4xf32>
    %6 = stablehlo.concatenate %2, %arg0, %5, dim = 0 : (tensor<1x4xf32>, tensor<8x4xf32>, tensor<1x4xf32>) -> tensor<10x4xf32>
    %7 = stablehlo.slice %6 [0:10, 0:1] : (tensor<10x4xf32>) -> tensor<10x1xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0, 1] : (tensor<10x1xf32>) -> tensor<10x1x2xf32>
    %9 = stablehlo.reshape %8 : (tensor<10x1x2xf32>) -> tensor<10x2xf32>
    %10 = stablehlo.slice %6 [0:10, 3:4] : (tensor<10x4xf32>) -> tensor<10x1xf32>
    %11 = stablehlo.broadcast_in_dim %10, dims = [0, 1] : (tensor<10x1xf32>) -> tensor<10x1x1xf32>
    %12 = stablehlo.reshape %11 : (tensor<10x1x1xf32>) -> tensor<10x1xf32>
    %13 = stablehlo.concatenate %9, %6, %12, dim = 1 : (tensor<10x2xf32>, tensor<10x4xf32>, tensor<10x1xf32>) -> tensor<10x7xf32>
    return %13 : tensor<10x7xf32>
  }
  func.func private @_pad_54(%arg0: tensor<10x7xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.slice %arg0 [0:10, 0:2] : (tensor<10x7xf32>) -> tensor<10x2xf32>
    %1 = stablehlo.slice %arg0 [0:10, 2:6] : (tensor<10x7xf32>) -> tensor<10x4xf32>
    %2 = stablehlo.slice %arg0 [0:10, 6:7] : (tensor<10x7xf32>) -> tensor<10x1xf32>
    %3 = stablehlo.reshape %2 : (tensor<10x1xf32>) -> tensor<10x1x1xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.reduce(%3 init: %cst) applies stablehlo.add across dimensions = [1, 2] : (tensor<10x1x1xf32>, tensor<f32>) -> tensor<10xf32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<10xf32>) -> tensor<10x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %6 = stablehlo.pad %5, %cst_0, low = [0, 3], high = [0, 0], interior = [0, 0] : (tensor<10x1xf32>, tensor<f32>) -> tensor<10x4xf32>
    %7 = stablehlo.add %1, %6 : tensor<10x4xf32>
    %8 = stablehlo.reshape %0 : (tensor<10x2xf32>) -> tensor<10x1x2xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %9 = stablehlo.reduce(%8 init: %cst_1) applies stablehlo.add across dimensions = [1, 2] : (tensor<10x1x2xf32>, tensor<f32>) -> tensor<10xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0] : (tensor<10xf32>) -> tensor<10x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.pad %10, %cst_2, low = [0, 0], high = [0, 3], interior = [0, 0] : (tensor<10x1xf32>, tensor<f32>) -> tensor<10x4xf32>
    %12 = stablehlo.add %7, %11 : tensor<10x4xf32>
    %13 = stablehlo.slice %12 [0:1, 0:4] : (tensor<10x4xf32>) -> tensor<1x4xf32>
    %14 = stablehlo.slice %12 [1:9, 0:4] : (tensor<10x4xf32>) -> tensor<8x4xf32>
    %15 = stablehlo.slice %12 [9:10, 0:4] : (tensor<10x4xf32>) -> tensor<1x4xf32>
    %16 = stablehlo.reshape %15 : (tensor<1x4xf32>) -> tensor<1x1x4xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %17 = stablehlo.reduce(%16 init: %cst_3) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x4xf32>, tensor<f32>) -> tensor<4xf32>
    %18 = stablehlo.broadcast_in_dim %17, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %19 = stablehlo.pad %18, %cst_4, low = [7, 0], high = [0, 0], interior = [0, 0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %20 = stablehlo.add %14, %19 : tensor<8x4xf32>
    %21 = stablehlo.reshape %13 : (tensor<1x4xf32>) -> tensor<1x1x4xf32>
    %cst_5 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %22 = stablehlo.reduce(%21 init: %cst_5) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x4xf32>, tensor<f32>) -> tensor<4xf32>
    %23 = stablehlo.broadcast_in_dim %22, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_6 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %24 = stablehlo.pad %23, %cst_6, low = [0, 0], high = [7, 0], interior = [0, 0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %25 = stablehlo.add %20, %24 : tensor<8x4xf32>
    return %25 : tensor<8x4xf32>
  }
  func.func private @_pad_55(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> tensor<10x7xf32> {
    %0 = stablehlo.slice %arg0 [7:8, 0:4] : (tensor<8x4xf32>) -> tensor<1x4xf32>
    %1 = stablehlo.slice %arg0 [0:1, 0:4] : (tensor<8x4xf32>) -> tensor<1x4xf32>
    %2 = stablehlo.concatenate %0, %arg0, %1, dim = 0 : (tensor<1x4xf32>, tensor<8x4xf32>, tensor<1x4xf32>) -> tensor<10x4xf32>
    %3 = stablehlo.slice %2 [0:10, 2:4] : (tensor<10x4xf32>) -> tensor<10x2xf32>
    %4 = stablehlo.slice %2 [0:10, 0:1] : (tensor<10x4xf32>) -> tensor<10x1xf32>
    %5 = stablehlo.concatenate %3, %2, %4, dim = 1 : (tensor<10x2xf32>, tensor<10x4xf32>, tensor<10x1xf32>) -> tensor<10x7xf32>
    return %5 : tensor<10x7xf32>
  }
  func.func private @_pad_56(%arg0: tensor<10x7xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.slice %arg0 [0:10, 0:2] : (tensor<10x7xf32>) -> tensor<10x2xf32>
    %1 = stablehlo.slice %arg0 [0:10, 2:6] : (tensor<10x7xf32>) -> tensor<10x4xf32>
    %2 = stablehlo.slice %arg0 [0:10, 6:7] : (tensor<10x7xf32>) -> tensor<10x1xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.pad %2, %cst, low = [0, 0], high = [0, 3], interior = [0, 0] : (tensor<10x1xf32>, tensor<f32>) -> tensor<10x4xf32>
    %4 = stablehlo.add %1, %3 : tensor<10x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.pad %0, %cst_0, low = [0, 2], high = [0, 0], interior = [0, 0] : (tensor<10x2xf32>, tensor<f32>) -> tensor<10x4xf32>
    %6 = stablehlo.add %4, %5 : tensor<10x4xf32>
    %7 = stablehlo.slice %6 [0:1, 0:4] : (tensor<10x4xf32>) -> tensor<1x4xf32>
    %8 = stablehlo.slice %6 [1:9, 0:4] : (tensor<10x4xf32>) -> tensor<8x4xf32>
    %9 = stablehlo.slice %6 [9:10, 0:4] : (tensor<10x4xf32>) -> tensor<1x4xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %10 = stablehlo.pad %9, %cst_1, low = [0, 0], high = [7, 0], interior = [0, 0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %11 = stablehlo.add %8, %10 : tensor<8x4xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %12 = stablehlo.pad %7, %cst_2, low = [7, 0], high = [0, 0], interior = [0, 0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %13 = stablehlo.add %11, %12 : tensor<8x4xf32>
    return %13 : tensor<8x4xf32>
  }
  func.func private @_roll_static(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.slice %arg0 [5:8, 0:4] : (tensor<8x4xf32>) -> tensor<3x4xf32>
    %1 = stablehlo.slice %arg0 [0:5, 0:4] : (tensor<8x4xf32>) -> tensor<5x4xf32>
    %2 = stablehlo.concatenate %0, %1, dim = 0 : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<8x4xf32>
    return %2 : tensor<8x4xf32>
  }
  func.func private @_roll_static_57(%arg0: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.slice %arg0 [0:3, 0:4] : (tensor<8x4xf32>) -> tensor<3x4xf32>
    %1 = stablehlo.slice %arg0 [3:8, 0:4] : (tensor<8x4xf32>) -> tensor<5x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %2 = stablehlo.pad %1, %cst, low = [0, 0], high = [3, 0], interior = [0, 0] : (tensor<5x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.pad %0, %cst_0, low = [5, 0], high = [0, 0], interior = [0, 0] : (tensor<3x4xf32>, tensor<f32>) -> tensor<8x4xf32>
    %4 = stablehlo.add %2, %3 : tensor<8x4xf32>
    return %4 : tensor<8x4xf32>
  }
  func.func private @tril(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>) {
    %0 = stablehlo.iota dim = 0 : tensor<8x4xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2 = stablehlo.add %0, %1 : tensor<8x4xi32>
    %3 = stablehlo.iota dim = 1 : tensor<8x4xi32>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.select %4, %arg0, %5 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %6, %4, %7 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>
  }
  func.func private @tril_58(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @triu(%arg0: tensor<8x4xf32>) -> (tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>) {
    %0 = stablehlo.iota dim = 0 : tensor<8x4xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2 = stablehlo.add %0, %1 : tensor<8x4xi32>
    %3 = stablehlo.iota dim = 1 : tensor<8x4xi32>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %6 = stablehlo.select %4, %5, %arg0 : tensor<8x4xi1>, tensor<8x4xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    return %6, %4, %7 : tensor<8x4xf32>, tensor<8x4xi1>, tensor<8x4xf32>
  }
  func.func private @triu_59(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xf32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @kron(%arg0: tensor<2x2xf32>, %arg1: tensor<8x4xf32>) -> (tensor<16x8xf32>, tensor<1x8x1x4xf32>) {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0, 2] : (tensor<2x2xf32>) -> tensor<2x1x2x1xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [1, 3] : (tensor<8x4xf32>) -> tensor<1x8x1x4xf32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1, 2, 3] : (tensor<2x1x2x1xf32>) -> tensor<2x8x2x4xf32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2, 3] : (tensor<1x8x1x4xf32>) -> tensor<2x8x2x4xf32>
    %4 = stablehlo.multiply %2, %3 : tensor<2x8x2x4xf32>
    %5 = stablehlo.reshape %4 : (tensor<2x8x2x4xf32>) -> tensor<16x8xf32>
    return %5, %1 : tensor<16x8xf32>, tensor<1x8x1x4xf32>
  }
  func.func private @kron_60(%arg0: tensor<1x8x1x4xf32>, %arg1: tensor<16x8xf32>) -> tensor<2x2xf32> {
    %0 = stablehlo.reshape %arg1 : (tensor<16x8xf32>) -> tensor<2x8x2x4xf32>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [0, 1, 2, 3] : (tensor<1x8x1x4xf32>) -> tensor<2x8x2x4xf32>
    %2 = stablehlo.multiply %0, %1 : tensor<2x8x2x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.reduce(%2 init: %cst) applies stablehlo.add across dimensions = [1, 3] : (tensor<2x8x2x4xf32>, tensor<f32>) -> tensor<2x2xf32>
    %4 = stablehlo.reshape %3 : (tensor<2x2xf32>) -> tensor<2x1x2x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.reduce(%4 init: %cst_0) applies stablehlo.add across dimensions = [1, 3] : (tensor<2x1x2x1xf32>, tensor<f32>) -> tensor<2x2xf32>
    return %5 : tensor<2x2xf32>
  }
  func.func private @_linspace(%arg0: tensor<i32>, %arg1: tensor<i32>) -> tensor<8xf32> {
    %0 = stablehlo.convert %arg0 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %2 = stablehlo.subtract %1, %0 : tensor<f32>
    %cst = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %3 = stablehlo.divide %2, %cst : tensor<f32>
    %4 = stablehlo.iota dim = 0 : tensor<7xf32>
    %cst_0 = stablehlo.constant dense<7.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<7xf32>
    %6 = stablehlo.divide %4, %5 : tensor<7xf32>
    %7 = stablehlo.reshape %0 : (tensor<f32>) -> tensor<1xf32>
    %cst_1 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %8 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<7xf32>
    %9 = stablehlo.subtract %8, %6 : tensor<7xf32>
    %10 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<1xf32>) -> tensor<7xf32>
    %11 = stablehlo.multiply %10, %9 : tensor<7xf32>
    %12 = stablehlo.reshape %1 : (tensor<f32>) -> tensor<1xf32>
    %13 = stablehlo.broadcast_in_dim %12, dims = [0] : (tensor<1xf32>) -> tensor<7xf32>
    %14 = stablehlo.multiply %13, %6 : tensor<7xf32>
    %15 = stablehlo.add %11, %14 : tensor<7xf32>
    %16 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<f32>) -> tensor<1xf32>
    %17 = stablehlo.concatenate %15, %16, dim = 0 : (tensor<7xf32>, tensor<1xf32>) -> tensor<8xf32>
    return %17 : tensor<8xf32>
  }
  func.func private @tril_61(%arg0: tensor<4x4xi1>) -> tensor<4x4xi1> {
    %0 = stablehlo.iota dim = 0 : tensor<4x4xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<4x4xi32>
    %2 = stablehlo.add %0, %1 : tensor<4x4xi32>
    %3 = stablehlo.iota dim = 1 : tensor<4x4xi32>
    %4 = stablehlo.compare GE, %2, %3, SIGNED : (tensor<4x4xi32>, tensor<4x4xi32>) -> tensor<4x4xi1>
    %c_0 = stablehlo.constant dense<false> : tensor<i1>
    %5 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i1>) -> tensor<4x4xi1>
    %6 = stablehlo.select %4, %arg0, %5 : tensor<4x4xi1>, tensor<4x4xi1>
    return %6 : tensor<4x4xi1>
  }
  func.func private @_where_62(%arg0: tensor<2x1x4x4xi1>, %arg1: tensor<2x1x4x1x4xf32>, %arg2: tensor<f32>) -> (tensor<1x2x1x4x4xf32>, tensor<1x2x1x4x4xi1>, tensor<1x2x1x4x4xf32>) {
    %0 = stablehlo.broadcast_in_dim %arg2, dims = [] : (tensor<f32>) -> tensor<2x1x4x4xf32>
    %1 = stablehlo.broadcast_in_dim %arg0, dims = [1, 2, 3, 4] : (tensor<2x1x4x4xi1>) -> tensor<1x2x1x4x4xi1>
    %2 = stablehlo.broadcast_in_dim %0, dims = [1, 2, 3, 4] : (tensor<2x1x4x4xf32>) -> tensor<1x2x1x4x4xf32>
    %3 = stablehlo.transpose %arg1, dims = [3, 0, 1, 2, 4] : (tensor<2x1x4x1x4xf32>) -> tensor<1x2x1x4x4xf32>
    %4 = stablehlo.select %1, %3, %2 : tensor<1x2x1x4x4xi1>, tensor<1x2x1x4x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %5 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<1x2x1x4x4xf32>
    return %4, %1, %5 : tensor<1x2x1x4x4xf32>, tensor<1x2x1x4x4xi1>, tensor<1x2x1x4x4xf32>
  }
  func.func private @_where_63(%arg0: tensor<1x2x1x4x4xi1>, %arg1: tensor<1x2x1x4x4xf32>, %arg2: tensor<1x2x1x4x4xf32>) -> tensor<2x1x4x1x4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<1x2x1x4x4xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<1x2x1x4x4xi1>, tensor<1x2x1x4x4xf32>
    %2 = stablehlo.transpose %1, dims = [1, 2, 3, 0, 4] : (tensor<1x2x1x4x4xf32>) -> tensor<2x1x4x1x4xf32>
    return %2 : tensor<2x1x4x1x4xf32>
  }
  func.func private @log_softmax_64(%arg0: tensor<8x8xf32>) -> (tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x1xf32>) {
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<8xf32>
    %cst_0 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.maximum %1, %0 : tensor<8xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x8xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x8xf32>
    %6 = stablehlo.exponential %5 : tensor<8x8xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<8xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %9 = stablehlo.log %8 : tensor<8x1xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x8xf32>
    %11 = stablehlo.subtract %5, %10 : tensor<8x8xf32>
    return %11, %6, %8 : tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x1xf32>
  }
  func.func private @log_softmax_65(%arg0: tensor<8x8xf32>, %arg1: tensor<8x1xf32>, %arg2: tensor<8x8xf32>) -> tensor<8x8xf32> {
    %0 = stablehlo.negate %arg2 : tensor<8x8xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x8xf32>, tensor<f32>) -> tensor<8xf32>
    %2 = stablehlo.reshape %1 : (tensor<8xf32>) -> tensor<8x1xf32>
    %3 = stablehlo.divide %2, %arg1 : tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<8x1xf32>, tensor<f32>) -> tensor<8xf32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<8xf32>) -> tensor<8x8xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<8x8xf32>
    %7 = stablehlo.add %arg2, %6 : tensor<8x8xf32>
    return %7 : tensor<8x8xf32>
  }
  func.func private @_one_hot(%arg0: tensor<8xi32>) -> tensor<8x8xf32> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %1 = stablehlo.iota dim = 1 : tensor<1x8xi32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<8x1xi32>) -> tensor<8x8xi32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x8xi32>) -> tensor<8x8xi32>
    %4 = stablehlo.compare EQ, %2, %3, SIGNED : (tensor<8x8xi32>, tensor<8x8xi32>) -> tensor<8x8xi1>
    %5 = stablehlo.convert %4 : (tensor<8x8xi1>) -> tensor<8x8xf32>
    return %5 : tensor<8x8xf32>
  }
  func.func private @_var_66(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> tensor<8x1xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %cst_0 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<8x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<8x1xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x4xf32>
    %6 = chlo.square %5 : tensor<8x4xf32> -> tensor<8x4xf32>
    %7 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_1 = stablehlo.constant dense<4.000000e+00> : tensor<f32>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [1] : (tensor<8x4xf32>, tensor<f32>) -> tensor<8xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0] : (tensor<8xf32>) -> tensor<8x1xf32>
    %11 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %12 = stablehlo.divide %10, %11 : tensor<8x1xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %13 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %14 = call @_where_67(%13, %12, %cst_4) : (tensor<i1>, tensor<8x1xf32>, tensor<f32>) -> tensor<8x1xf32>
    return %14 : tensor<8x1xf32>
  }
  func.func private @_where_67(%arg0: tensor<i1>, %arg1: tensor<8x1xf32>, %arg2: tensor<f32>) -> tensor<8x1xf32> {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x1xf32>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<8x1xf32>
    return %2 : tensor<8x1xf32>
  }
  func.func private @_var_68(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>) -> tensor<4xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_0 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<1x4xf32>
    %3 = stablehlo.divide %1, %2 : tensor<1x4xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<8x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<8x4xf32>
    %6 = chlo.square %5 : tensor<8x4xf32> -> tensor<8x4xf32>
    %7 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_1 = stablehlo.constant dense<8.000000e+00> : tensor<f32>
    %8 = stablehlo.subtract %cst_1, %7 : tensor<f32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %9 = stablehlo.reduce(%6 init: %cst_2) applies stablehlo.add across dimensions = [0] : (tensor<8x4xf32>, tensor<f32>) -> tensor<4xf32>
    %10 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %11 = stablehlo.divide %9, %10 : tensor<4xf32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %12 = stablehlo.compare GT, %8, %cst_3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_4 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %13 = call @_where_69(%12, %11, %cst_4) : (tensor<i1>, tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
    return %13 : tensor<4xf32>
  }
  func.func private @_where_69(%arg0: tensor<i1>, %arg1: tensor<4xf32>, %arg2: tensor<f32>) -> tensor<4xf32> {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<4xf32>
    return %2 : tensor<4xf32>
  }
  func.func private @_uniform(%arg0: tensor<2xui32>, %arg1: tensor<f32>, %arg2: tensor<f32>) -> tensor<8x4xf32> {
    %0 = stablehlo.convert %arg1 : tensor<f32>
    %1 = stablehlo.convert %arg2 : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<1x1xf32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<f32>) -> tensor<1x1xf32>
    %4 = stablehlo.slice %arg0 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %5 = stablehlo.reshape %4 : (tensor<1xui32>) -> tensor<ui32>
    %6 = stablehlo.slice %arg0 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %7 = stablehlo.reshape %6 : (tensor<1xui32>) -> tensor<ui32>
    %8 = stablehlo.iota dim = 0 : tensor<8x4xui64>
    %9 = stablehlo.iota dim = 1 : tensor<8x4xui64>
    %c = stablehlo.constant dense<4> : tensor<ui64>
    %10 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %11 = stablehlo.multiply %10, %8 : tensor<8x4xui64>
    %c_0 = stablehlo.constant dense<1> : tensor<ui64>
    %12 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %13 = stablehlo.multiply %12, %9 : tensor<8x4xui64>
    %14 = stablehlo.add %11, %13 : tensor<8x4xui64>
    %c_1 = stablehlo.constant dense<32> : tensor<ui64>
    %15 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %16 = stablehlo.shift_right_logical %14, %15 : tensor<8x4xui64>
    %17 = stablehlo.convert %14 : (tensor<8x4xui64>) -> tensor<8x4xui32>
    %18 = stablehlo.convert %16 : (tensor<8x4xui64>) -> tensor<8x4xui32>
    %19:2 = call @threefry2x32(%5, %7, %18, %17) : (tensor<ui32>, tensor<ui32>, tensor<8x4xui32>, tensor<8x4xui32>) -> (tensor<8x4xui32>, tensor<8x4xui32>)
    %20 = stablehlo.xor %19#0, %19#1 : tensor<8x4xui32>
    %c_2 = stablehlo.constant dense<9> : tensor<ui32>
    %21 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %22 = stablehlo.shift_right_logical %20, %21 : tensor<8x4xui32>
    %c_3 = stablehlo.constant dense<1065353216> : tensor<ui32>
    %23 = stablehlo.broadcast_in_dim %c_3, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %24 = stablehlo.or %22, %23 : tensor<8x4xui32>
    %25 = stablehlo.bitcast_convert %24 : (tensor<8x4xui32>) -> tensor<8x4xf32>
    %cst = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %27 = stablehlo.subtract %25, %26 : tensor<8x4xf32>
    %28 = stablehlo.subtract %3, %2 : tensor<1x1xf32>
    %29 = stablehlo.broadcast_in_dim %28, dims = [0, 1] : (tensor<1x1xf32>) -> tensor<8x4xf32>
    %30 = stablehlo.multiply %27, %29 : tensor<8x4xf32>
    %31 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x1xf32>) -> tensor<8x4xf32>
    %32 = stablehlo.add %30, %31 : tensor<8x4xf32>
    %33 = stablehlo.broadcast_in_dim %2, dims = [0, 1] : (tensor<1x1xf32>) -> tensor<8x4xf32>
    %34 = stablehlo.maximum %33, %32 : tensor<8x4xf32>
    return %34 : tensor<8x4xf32>
  }
  func.func private @threefry2x32(%arg0: tensor<ui32>, %arg1: tensor<ui32>, %arg2: tensor<8x4xui32>, %arg3: tensor<8x4xui32>) -> (tensor<8x4xui32>, tensor<8x4xui32>) {
    %c = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
    %c_0 = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
    %0 = stablehlo.xor %arg0, %arg1 : tensor<ui32>
    %c_1 = stablehlo.constant dense<466688986> : tensor<ui32>
    %1 = stablehlo.xor %0, %c_1 : tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %3 = stablehlo.add %arg2, %2 : tensor<8x4xui32>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %5 = stablehlo.add %arg3, %4 : tensor<8x4xui32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %6:9 = stablehlo.while(%iterArg = %c_3, %iterArg_4 = %c_2, %iterArg_5 = %3, %iterArg_6 = %5, %iterArg_7 = %arg1, %iterArg_8 = %1, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %c_0) : tensor<i32>, tensor<i32>, tensor<8x4xui32>, tensor<8x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    cond {
      %c_12 = stablehlo.constant dense<5> : tensor<i32>
      %7 = stablehlo.compare LT, %iterArg, %c_12, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:8 = func.call @closed_call(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_7, %iterArg_8, %iterArg_9, %iterArg_10, %iterArg_11) : (tensor<i32>, tensor<8x4xui32>, tensor<8x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<i32>, tensor<8x4xui32>, tensor<8x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>)
      %c_12 = stablehlo.constant dense<1> : tensor<i32>
      %8 = stablehlo.add %iterArg, %c_12 : tensor<i32>
      stablehlo.return %8, %7#0, %7#1, %7#2, %7#3, %7#4, %7#5, %7#6, %7#7 : tensor<i32>, tensor<i32>, tensor<8x4xui32>, tensor<8x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    }
    return %6#2, %6#3 : tensor<8x4xui32>, tensor<8x4xui32>
  }
  func.func private @closed_call(%arg0: tensor<i32>, %arg1: tensor<8x4xui32>, %arg2: tensor<8x4xui32>, %arg3: tensor<ui32>, %arg4: tensor<ui32>, %arg5: tensor<ui32>, %arg6: tensor<4xui32>, %arg7: tensor<4xui32>) -> (tensor<i32>, tensor<8x4xui32>, tensor<8x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) {
    %c = stablehlo.constant dense<1> : tensor<i32>
    %0 = stablehlo.add %arg0, %c : tensor<i32>
    %1 = stablehlo.slice %arg6 [0:1] : (tensor<4xui32>) -> tensor<1xui32>
    %2 = stablehlo.reshape %1 : (tensor<1xui32>) -> tensor<ui32>
    %3 = stablehlo.add %arg1, %arg2 : tensor<8x4xui32>
    %4 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %5 = stablehlo.shift_left %arg2, %4 : tensor<8x4xui32>
    %c_0 = stablehlo.constant dense<32> : tensor<ui32>
    %6 = stablehlo.subtract %c_0, %2 : tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %8 = stablehlo.shift_right_logical %arg2, %7 : tensor<8x4xui32>
    %9 = stablehlo.or %5, %8 : tensor<8x4xui32>
    %10 = stablehlo.xor %3, %9 : tensor<8x4xui32>
    %11 = stablehlo.slice %arg6 [1:2] : (tensor<4xui32>) -> tensor<1xui32>
    %12 = stablehlo.reshape %11 : (tensor<1xui32>) -> tensor<ui32>
    %13 = stablehlo.add %3, %10 : tensor<8x4xui32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %15 = stablehlo.shift_left %10, %14 : tensor<8x4xui32>
    %c_1 = stablehlo.constant dense<32> : tensor<ui32>
    %16 = stablehlo.subtract %c_1, %12 : tensor<ui32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %18 = stablehlo.shift_right_logical %10, %17 : tensor<8x4xui32>
    %19 = stablehlo.or %15, %18 : tensor<8x4xui32>
    %20 = stablehlo.xor %13, %19 : tensor<8x4xui32>
    %21 = stablehlo.slice %arg6 [2:3] : (tensor<4xui32>) -> tensor<1xui32>
    %22 = stablehlo.reshape %21 : (tensor<1xui32>) -> tensor<ui32>
    %23 = stablehlo.add %13, %20 : tensor<8x4xui32>
    %24 = stablehlo.broadcast_in_dim %22, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %25 = stablehlo.shift_left %20, %24 : tensor<8x4xui32>
    %c_2 = stablehlo.constant dense<32> : tensor<ui32>
    %26 = stablehlo.subtract %c_2, %22 : tensor<ui32>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %28 = stablehlo.shift_right_logical %20, %27 : tensor<8x4xui32>
    %29 = stablehlo.or %25, %28 : tensor<8x4xui32>
    %30 = stablehlo.xor %23, %29 : tensor<8x4xui32>
    %31 = stablehlo.slice %arg6 [3:4] : (tensor<4xui32>) -> tensor<1xui32>
    %32 = stablehlo.reshape %31 : (tensor<1xui32>) -> tensor<ui32>
    %33 = stablehlo.add %23, %30 : tensor<8x4xui32>
    %34 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %35 = stablehlo.shift_left %30, %34 : tensor<8x4xui32>
    %c_3 = stablehlo.constant dense<32> : tensor<ui32>
    %36 = stablehlo.subtract %c_3, %32 : tensor<ui32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %38 = stablehlo.shift_right_logical %30, %37 : tensor<8x4xui32>
    %39 = stablehlo.or %35, %38 : tensor<8x4xui32>
    %40 = stablehlo.xor %33, %39 : tensor<8x4xui32>
    %41 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %42 = stablehlo.add %33, %41 : tensor<8x4xui32>
    %43 = stablehlo.broadcast_in_dim %arg4, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %44 = stablehlo.add %40, %43 : tensor<8x4xui32>
    %c_4 = stablehlo.constant dense<1> : tensor<i32>
    %45 = stablehlo.add %arg0, %c_4 : tensor<i32>
    %46 = stablehlo.convert %45 : (tensor<i32>) -> tensor<ui32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %48 = stablehlo.add %44, %47 : tensor<8x4xui32>
    return %0, %42, %48, %arg4, %arg5, %arg3, %arg7, %arg6 : tensor<i32>, tensor<8x4xui32>, tensor<8x4xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
  }
  func.func private @_bernoulli(%arg0: tensor<2xui32>, %arg1: tensor<f32>) -> tensor<8x4xi1> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %cst_0 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %0 = call @_uniform(%arg0, %cst, %cst_0) : (tensor<2xui32>, tensor<f32>, tensor<f32>) -> tensor<8x4xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.compare LT, %0, %1, FLOAT : (tensor<8x4xf32>, tensor<8x4xf32>) -> tensor<8x4xi1>
    return %2 : tensor<8x4xi1>
  }
  func.func private @_threefry_fold_in(%arg0: tensor<2xui32>, %arg1: tensor<ui32>) -> tensor<2xui32> {
    %c = stablehlo.constant dense<32> : tensor<ui32>
    %0 = stablehlo.shift_right_logical %arg1, %c : tensor<ui32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %c_0 = stablehlo.constant dense<4294967295> : tensor<ui32>
    %2 = stablehlo.and %arg1, %c_0 : tensor<ui32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %4 = stablehlo.concatenate %1, %3, dim = 0 : (tensor<1xui32>, tensor<1xui32>) -> tensor<2xui32>
    %5 = stablehlo.slice %arg0 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %6 = stablehlo.reshape %5 : (tensor<1xui32>) -> tensor<ui32>
    %7 = stablehlo.slice %arg0 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %8 = stablehlo.reshape %7 : (tensor<1xui32>) -> tensor<ui32>
    %9 = stablehlo.slice %4 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %10 = stablehlo.slice %4 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %11:2 = call @threefry2x32_70(%6, %8, %9, %10) : (tensor<ui32>, tensor<ui32>, tensor<1xui32>, tensor<1xui32>) -> (tensor<1xui32>, tensor<1xui32>)
    %12 = stablehlo.concatenate %11#0, %11#1, dim = 0 : (tensor<1xui32>, tensor<1xui32>) -> tensor<2xui32>
    return %12 : tensor<2xui32>
  }
  func.func private @threefry2x32_70(%arg0: tensor<ui32>, %arg1: tensor<ui32>, %arg2: tensor<1xui32>, %arg3: tensor<1xui32>) -> (tensor<1xui32>, tensor<1xui32>) {
    %c = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
    %c_0 = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
    %0 = stablehlo.xor %arg0, %arg1 : tensor<ui32>
    %c_1 = stablehlo.constant dense<466688986> : tensor<ui32>
    %1 = stablehlo.xor %0, %c_1 : tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %3 = stablehlo.add %arg2, %2 : tensor<1xui32>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %5 = stablehlo.add %arg3, %4 : tensor<1xui32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %6:9 = stablehlo.while(%iterArg = %c_3, %iterArg_4 = %c_2, %iterArg_5 = %3, %iterArg_6 = %5, %iterArg_7 = %arg1, %iterArg_8 = %1, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %c_0) : tensor<i32>, tensor<i32>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    cond {
      %c_12 = stablehlo.constant dense<5> : tensor<i32>
      %7 = stablehlo.compare LT, %iterArg, %c_12, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:8 = func.call @closed_call_71(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_7, %iterArg_8, %iterArg_9, %iterArg_10, %iterArg_11) : (tensor<i32>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<i32>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>)
      %c_12 = stablehlo.constant dense<1> : tensor<i32>
      %8 = stablehlo.add %iterArg, %c_12 : tensor<i32>
      stablehlo.return %8, %7#0, %7#1, %7#2, %7#3, %7#4, %7#5, %7#6, %7#7 : tensor<i32>, tensor<i32>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    }
    return %6#2, %6#3 : tensor<1xui32>, tensor<1xui32>
  }
  func.func private @closed_call_71(%arg0: tensor<i32>, %arg1: tensor<1xui32>, %arg2: tensor<1xui32>, %arg3: tensor<ui32>, %arg4: tensor<ui32>, %arg5: tensor<ui32>, %arg6: tensor<4xui32>, %arg7: tensor<4xui32>) -> (tensor<i32>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) {
    %c = stablehlo.constant dense<1> : tensor<i32>
    %0 = stablehlo.add %arg0, %c : tensor<i32>
    %1 = stablehlo.slice %arg6 [0:1] : (tensor<4xui32>) -> tensor<1xui32>
    %2 = stablehlo.reshape %1 : (tensor<1xui32>) -> tensor<ui32>
    %3 = stablehlo.add %arg1, %arg2 : tensor<1xui32>
    %4 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %5 = stablehlo.shift_left %arg2, %4 : tensor<1xui32>
    %c_0 = stablehlo.constant dense<32> : tensor<ui32>
    %6 = stablehlo.subtract %c_0, %2 : tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %8 = stablehlo.shift_right_logical %arg2, %7 : tensor<1xui32>
    %9 = stablehlo.or %5, %8 : tensor<1xui32>
    %10 = stablehlo.xor %3, %9 : tensor<1xui32>
    %11 = stablehlo.slice %arg6 [1:2] : (tensor<4xui32>) -> tensor<1xui32>
    %12 = stablehlo.reshape %11 : (tensor<1xui32>) -> tensor<ui32>
    %13 = stablehlo.add %3, %10 : tensor<1xui32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %15 = stablehlo.shift_left %10, %14 : tensor<1xui32>
    %c_1 = stablehlo.constant dense<32> : tensor<ui32>
    %16 = stablehlo.subtract %c_1, %12 : tensor<ui32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %18 = stablehlo.shift_right_logical %10, %17 : tensor<1xui32>
    %19 = stablehlo.or %15, %18 : tensor<1xui32>
    %20 = stablehlo.xor %13, %19 : tensor<1xui32>
    %21 = stablehlo.slice %arg6 [2:3] : (tensor<4xui32>) -> tensor<1xui32>
    %22 = stablehlo.reshape %21 : (tensor<1xui32>) -> tensor<ui32>
    %23 = stablehlo.add %13, %20 : tensor<1xui32>
    %24 = stablehlo.broadcast_in_dim %22, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %25 = stablehlo.shift_left %20, %24 : tensor<1xui32>
    %c_2 = stablehlo.constant dense<32> : tensor<ui32>
    %26 = stablehlo.subtract %c_2, %22 : tensor<ui32>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %28 = stablehlo.shift_right_logical %20, %27 : tensor<1xui32>
    %29 = stablehlo.or %25, %28 : tensor<1xui32>
    %30 = stablehlo.xor %23, %29 : tensor<1xui32>
    %31 = stablehlo.slice %arg6 [3:4] : (tensor<4xui32>) -> tensor<1xui32>
    %32 = stablehlo.reshape %31 : (tensor<1xui32>) -> tensor<ui32>
    %33 = stablehlo.add %23, %30 : tensor<1xui32>
    %34 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %35 = stablehlo.shift_left %30, %34 : tensor<1xui32>
    %c_3 = stablehlo.constant dense<32> : tensor<ui32>
    %36 = stablehlo.subtract %c_3, %32 : tensor<ui32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %38 = stablehlo.shift_right_logical %30, %37 : tensor<1xui32>
    %39 = stablehlo.or %35, %38 : tensor<1xui32>
    %40 = stablehlo.xor %33, %39 : tensor<1xui32>
    %41 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %42 = stablehlo.add %33, %41 : tensor<1xui32>
    %43 = stablehlo.broadcast_in_dim %arg4, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %44 = stablehlo.add %40, %43 : tensor<1xui32>
    %c_4 = stablehlo.constant dense<1> : tensor<i32>
    %45 = stablehlo.add %arg0, %c_4 : tensor<i32>
    %46 = stablehlo.convert %45 : (tensor<i32>) -> tensor<ui32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [] : (tensor<ui32>) -> tensor<1xui32>
    %48 = stablehlo.add %44, %47 : tensor<1xui32>
    return %0, %42, %48, %arg4, %arg5, %arg3, %arg7, %arg6 : tensor<i32>, tensor<1xui32>, tensor<1xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
  }
  func.func private @argmax(%arg0: tensor<8x4xf32>) -> tensor<8xi32> {
    %0 = stablehlo.iota dim = 1 : tensor<8x4xi32>
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1:2 = stablehlo.reduce(%arg0 init: %cst), (%0 init: %c) across dimensions = [1] : (tensor<8x4xf32>, tensor<8x4xi32>, tensor<f32>, tensor<i32>) -> (tensor<8xf32>, tensor<8xi32>)
     reducer(%arg1: tensor<f32>, %arg3: tensor<f32>) (%arg2: tensor<i32>, %arg4: tensor<i32>)  {
      %2 = stablehlo.compare GT, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %3 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %4 = stablehlo.or %2, %3 : tensor<i1>
      %5 = stablehlo.compare EQ, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %6 = stablehlo.compare LT, %arg2, %arg4, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      %7 = stablehlo.and %5, %6 : tensor<i1>
      %8 = stablehlo.or %4, %7 : tensor<i1>
      %9 = stablehlo.select %4, %arg1, %arg3 : tensor<i1>, tensor<f32>
      %10 = stablehlo.select %8, %arg2, %arg4 : tensor<i1>, tensor<i32>
      stablehlo.return %9, %10 : tensor<f32>, tensor<i32>
    }
    return %1#1 : tensor<8xi32>
  }
  func.func private @argmin(%arg0: tensor<8x4xf32>) -> tensor<4xi32> {
    %0 = stablehlo.iota dim = 0 : tensor<8x4xi32>
    %cst = stablehlo.constant dense<0x7F800000> : tensor<f32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %1:2 = stablehlo.reduce(%arg0 init: %cst), (%0 init: %c) across dimensions = [0] : (tensor<8x4xf32>, tensor<8x4xi32>, tensor<f32>, tensor<i32>) -> (tensor<4xf32>, tensor<4xi32>)
     reducer(%arg1: tensor<f32>, %arg3: tensor<f32>) (%arg2: tensor<i32>, %arg4: tensor<i32>)  {
      %2 = stablehlo.compare LT, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %3 = stablehlo.compare NE, %arg1, %arg1, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %4 = stablehlo.or %2, %3 : tensor<i1>
      %5 = stablehlo.compare EQ, %arg1, %arg3, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
      %6 = stablehlo.compare LT, %arg2, %arg4, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      %7 = stablehlo.and %5, %6 : tensor<i1>
      %8 = stablehlo.or %4, %7 : tensor<i1>
      %9 = stablehlo.select %4, %arg1, %arg3 : tensor<i1>, tensor<f32>
      %10 = stablehlo.select %8, %arg2, %arg4 : tensor<i1>, tensor<i32>
      stablehlo.return %9, %10 : tensor<f32>, tensor<i32>
    }
    return %1#1 : tensor<4xi32>
  }
  func.func private @count_nonzero(%arg0: tensor<8x4xi1>) -> tensor<4xi32> {
    %c = stablehlo.constant dense<false> : tensor<i1>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i1>) -> tensor<8x4xi1>
    %1 = stablehlo.compare NE, %arg0, %0, UNSIGNED : (tensor<8x4xi1>, tensor<8x4xi1>) -> tensor<8x4xi1>
    %2 = stablehlo.convert %1 : (tensor<8x4xi1>) -> tensor<8x4xi32>
    %c_0 = stablehlo.constant dense<0> : tensor<i32>
    %3 = stablehlo.reduce(%2 init: %c_0) applies stablehlo.add across dimensions = [0] : (tensor<8x4xi32>, tensor<i32>) -> tensor<4xi32>
    return %3 : tensor<4xi32>
  }
  func.func private @floor_divide_72(%arg0: tensor<8x4xi32>, %arg1: tensor<i32>) -> tensor<8x4xi32> {
    %0 = stablehlo.convert %arg1 : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %2 = stablehlo.divide %arg0, %1 : tensor<8x4xi32>
    %3 = stablehlo.sign %arg0 : tensor<8x4xi32>
    %4 = stablehlo.sign %0 : tensor<i32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %6 = stablehlo.compare NE, %3, %5, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %7 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %8 = stablehlo.remainder %arg0, %7 : tensor<8x4xi32>
    %c = stablehlo.constant dense<0> : tensor<i32>
    %9 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %10 = stablehlo.compare NE, %8, %9, SIGNED : (tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi1>
    %11 = stablehlo.and %6, %10 : tensor<8x4xi1>
    %c_0 = stablehlo.constant dense<1> : tensor<i32>
    %12 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<8x4xi32>
    %13 = stablehlo.subtract %2, %12 : tensor<8x4xi32>
    %14 = call @_where_73(%11, %13, %2) : (tensor<8x4xi1>, tensor<8x4xi32>, tensor<8x4xi32>) -> tensor<8x4xi32>
    return %14 : tensor<8x4xi32>
  }
  func.func private @_where_73(%arg0: tensor<8x4xi1>, %arg1: tensor<8x4xi32>, %arg2: tensor<8x4xi32>) -> tensor<8x4xi32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<8x4xi1>, tensor<8x4xi32>
    return %0 : tensor<8x4xi32>
  }
  func.func private @floor_divide_74(%arg0: tensor<8x4xui32>, %arg1: tensor<ui32>) -> tensor<8x4xui32> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %1 = stablehlo.divide %arg0, %0 : tensor<8x4xui32>
    return %1 : tensor<8x4xui32>
  }
  func.func private @remainder_75(%arg0: tensor<8x4xui32>, %arg1: tensor<ui32>) -> tensor<8x4xui32> {
    %c = stablehlo.constant dense<0> : tensor<ui32>
    %0 = stablehlo.compare EQ, %arg1, %c, UNSIGNED : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
    %c_0 = stablehlo.constant dense<1> : tensor<ui32>
    %1 = call @_where_76(%0, %c_0, %arg1) : (tensor<i1>, tensor<ui32>, tensor<ui32>) -> tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %3 = stablehlo.remainder %arg0, %2 : tensor<8x4xui32>
    %c_1 = stablehlo.constant dense<0> : tensor<ui32>
    %4 = stablehlo.broadcast_in_dim %c_1, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %5 = stablehlo.compare NE, %3, %4, UNSIGNED : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xi1>
    %c_2 = stablehlo.constant dense<0> : tensor<ui32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %7 = stablehlo.compare LT, %3, %6, UNSIGNED : (tensor<8x4xui32>, tensor<8x4xui32>) -> tensor<8x4xi1>
    %c_3 = stablehlo.constant dense<0> : tensor<ui32>
    %8 = stablehlo.compare LT, %1, %c_3, UNSIGNED : (tensor<ui32>, tensor<ui32>) -> tensor<i1>
    %9 = stablehlo.broadcast_in_dim %8, dims = [] : (tensor<i1>) -> tensor<8x4xi1>
    %10 = stablehlo.compare NE, %7, %9, UNSIGNED : (tensor<8x4xi1>, tensor<8x4xi1>) -> tensor<8x4xi1>
    %11 = stablehlo.and %10, %5 : tensor<8x4xi1>
    %12 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<ui32>) -> tensor<8x4xui32>
    %13 = stablehlo.add %3, %12 : tensor<8x4xui32>
    %14 = stablehlo.select %11, %13, %3 : tensor<8x4xi1>, tensor<8x4xui32>
    return %14 : tensor<8x4xui32>
  }
  func.func private @_where_76(%arg0: tensor<i1>, %arg1: tensor<ui32>, %arg2: tensor<ui32>) -> tensor<ui32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<i1>, tensor<ui32>
    return %0 : tensor<ui32>
  }
  func.func private @_where_77(%arg0: tensor<8x4xi1>, %arg1: tensor<f32>, %arg2: tensor<8x4xf32>) -> tensor<8x4xf32> {
    %0 = stablehlo.convert %arg1 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %2 = stablehlo.select %arg0, %1, %arg2 : tensor<8x4xi1>, tensor<8x4xf32>
    return %2 : tensor<8x4xf32>
  }
  func.func private @_take_78(%arg0: tensor<8x4xf32>, %arg1: tensor<8xi32>) -> tensor<8x4xf32> {
    %0 = stablehlo.broadcast_in_dim %arg1, dims = [0] : (tensor<8xi32>) -> tensor<8x1xi32>
    %1 = "stablehlo.gather"(%arg0, %0) <{dimension_numbers = #stablehlo.gather<offset_dims = [1], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 1>, indices_are_sorted = false, slice_sizes = array<i64: 1, 4>}> : (tensor<8x4xf32>, tensor<8x1xi32>) -> tensor<8x4xf32>
    return %1 : tensor<8x4xf32>
  }
  func.func private @clip_79(%arg0: tensor<8xi32>, %arg1: tensor<i32>) -> tensor<8xi32> {
    %0 = stablehlo.convert %arg1 : tensor<i32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<i32>) -> tensor<8xi32>
    %2 = stablehlo.maximum %1, %arg0 : tensor<8xi32>
    return %2 : tensor<8xi32>
  }
  func.func private @_randint(%arg0: tensor<2xui32>, %arg1: tensor<i32>, %arg2: tensor<i32>) -> tensor<8x4xi32> {
    %c = stablehlo.constant dense<2147483647> : tensor<i32>
    %c_0 = stablehlo.constant dense<-2147483648> : tensor<i32>
    %c_1 = stablehlo.constant dense<2147483647> : tensor<i32>
    %0 = call @clip_80(%c, %c_0, %c_1) : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<i32>
    %1 = stablehlo.compare GT, %arg2, %0, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
    %c_2 = stablehlo.constant dense<-2147483648> : tensor<i32>
    %c_3 = stablehlo.constant dense<2147483647> : tensor<i32>
    %2 = call @clip_81(%arg1, %c_2, %c_3) : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<i32>
    %3 = stablehlo.convert %2 : tensor<i32>
    %c_4 = stablehlo.constant dense<-2147483648> : tensor<i32>
    %c_5 = stablehlo.constant dense<2147483647> : tensor<i32>
    %4 = call @clip_81(%arg2, %c_4, %c_5) : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<i32>
    %5 = stablehlo.convert %4 : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %3, dims = [] : (tensor<i32>) -> tensor<1x1xi32>
    %7 = stablehlo.broadcast_in_dim %5, dims = [] : (tensor<i32>) -> tensor<1x1xi32>
    %8 = call @_threefry_split(%arg0) : (tensor<2xui32>) -> tensor<2x2xui32>
    %9 = stablehlo.slice %8 [0:1, 0:2] : (tensor<2x2xui32>) -> tensor<1x2xui32>
    %10 = stablehlo.reshape %9 : (tensor<1x2xui32>) -> tensor<2xui32>
    %11 = stablehlo.slice %8 [1:2, 0:2] : (tensor<2x2xui32>) -> tensor<1x2xui32>
    %12 = stablehlo.reshape %11 : (tensor<1x2xui32>) -> tensor<2xui32>
    %13 = stablehlo.slice %10 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %14 = stablehlo.reshape %13 : (tensor<1xui32>) -> tensor<ui32>
    %15 = stablehlo.slice %10 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %16 = stablehlo.reshape %15 : (tensor<1xui32>) -> tensor<ui32>
    %17 = stablehlo.iota dim = 0 : tensor<8x4xui64>
    %18 = stablehlo.iota dim = 1 : tensor<8x4xui64>
    %c_6 = stablehlo.constant dense<4> : tensor<ui64>
    %19 = stablehlo.broadcast_in_dim %c_6, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %20 = stablehlo.multiply %19, %17 : tensor<8x4xui64>
    %c_7 = stablehlo.constant dense<1> : tensor<ui64>
    %21 = stablehlo.broadcast_in_dim %c_7, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %22 = stablehlo.multiply %21, %18 : tensor<8x4xui64>
    %23 = stablehlo.add %20, %22 : tensor<8x4xui64>
    %c_8 = stablehlo.constant dense<32> : tensor<ui64>
    %24 = stablehlo.broadcast_in_dim %c_8, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %25 = stablehlo.shift_right_logical %23, %24 : tensor<8x4xui64>
    %26 = stablehlo.convert %23 : (tensor<8x4xui64>) -> tensor<8x4xui32>
    %27 = stablehlo.convert %25 : (tensor<8x4xui64>) -> tensor<8x4xui32>
    %28:2 = call @threefry2x32(%14, %16, %27, %26) : (tensor<ui32>, tensor<ui32>, tensor<8x4xui32>, tensor<8x4xui32>) -> (tensor<8x4xui32>, tensor<8x4xui32>)
    %29 = stablehlo.xor %28#0, %28#1 : tensor<8x4xui32>
    %30 = stablehlo.slice %12 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %31 = stablehlo.reshape %30 : (tensor<1xui32>) -> tensor<ui32>
    %32 = stablehlo.slice %12 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %33 = stablehlo.reshape %32 : (tensor<1xui32>) -> tensor<ui32>
    %34 = stablehlo.iota dim = 0 : tensor<8x4xui64>
    %35 = stablehlo.iota dim = 1 : tensor<8x4xui64>
    %c_9 = stablehlo.constant dense<4> : tensor<ui64>
    %36 = stablehlo.broadcast_in_dim %c_9, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %37 = stablehlo.multiply %36, %34 : tensor<8x4xui64>
    %c_10 = stablehlo.constant dense<1> : tensor<ui64>
    %38 = stablehlo.broadcast_in_dim %c_10, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %39 = stablehlo.multiply %38, %35 : tensor<8x4xui64>
    %40 = stablehlo.add %37, %39 : tensor<8x4xui64>
    %c_11 = stablehlo.constant dense<32> : tensor<ui64>
    %41 = stablehlo.broadcast_in_dim %c_11, dims = [] : (tensor<ui64>) -> tensor<8x4xui64>
    %42 = stablehlo.shift_right_logical %40, %41 : tensor<8x4xui64>
    %43 = stablehlo.convert %40 : (tensor<8x4xui64>) -> tensor<8x4xui32>
    %44 = stablehlo.convert %42 : (tensor<8x4xui64>) -> tensor<8x4xui32>
    %45:2 = call @threefry2x32(%31, %33, %44, %43) : (tensor<ui32>, tensor<ui32>, tensor<8x4xui32>, tensor<8x4xui32>) -> (tensor<8x4xui32>, tensor<8x4xui32>)
    %46 = stablehlo.xor %45#0, %45#1 : tensor<8x4xui32>
    %47 = stablehlo.subtract %7, %6 : tensor<1x1xi32>
    %48 = stablehlo.convert %47 : (tensor<1x1xi32>) -> tensor<1x1xui32>
    %49 = stablehlo.compare LE, %7, %6, SIGNED : (tensor<1x1xi32>, tensor<1x1xi32>) -> tensor<1x1xi1>
    %c_12 = stablehlo.constant dense<1> : tensor<ui32>
    %50 = stablehlo.broadcast_in_dim %c_12, dims = [] : (tensor<ui32>) -> tensor<1x1xui32>
    %51 = stablehlo.select %49, %50, %48 : tensor<1x1xi1>, tensor<1x1xui32>
    %52 = stablehlo.compare GT, %7, %6, SIGNED : (tensor<1x1xi32>, tensor<1x1xi32>) -> tensor<1x1xi1>
    %53 = stablehlo.broadcast_in_dim %1, dims = [] : (tensor<i1>) -> tensor<1x1xi1>
    %54 = stablehlo.and %53, %52 : tensor<1x1xi1>
    %c_13 = stablehlo.constant dense<1> : tensor<ui32>
    %55 = stablehlo.broadcast_in_dim %c_13, dims = [] : (tensor<ui32>) -> tensor<1x1xui32>
    %56 = stablehlo.add %51, %55 : tensor<1x1xui32>
    %57 = stablehlo.select %54, %56, %51 : tensor<1x1xi1>, tensor<1x1xui32>
    %c_14 = stablehlo.constant dense<65536> : tensor<ui32>
    %58 = stablehlo.broadcast_in_dim %c_14, dims = [] : (tensor<ui32>) -> tensor<1x1xui32>
    %59 = stablehlo.remainder %58, %57 : tensor<1x1xui32>
    %60 = stablehlo.multiply %59, %59 : tensor<1x1xui32>
    %61 = stablehlo.remainder %60, %57 : tensor<1x1xui32>
    %62 = stablehlo.broadcast_in_dim %57, dims = [0, 1] : (tensor<1x1xui32>) -> tensor<8x4xui32>
    %63 = stablehlo.remainder %29, %62 : tensor<8x4xui32>
    %64 = stablehlo.broadcast_in_dim %61, dims = [0, 1] : (tensor<1x1xui32>) -> tensor<8x4xui32>
    %65 = stablehlo.multiply %63, %64 : tensor<8x4xui32>
    %66 = stablehlo.broadcast_in_dim %57, dims = [0, 1] : (tensor<1x1xui32>) -> tensor<8x4xui32>
    %67 = stablehlo.remainder %46, %66 : tensor<8x4xui32>
    %68 = stablehlo.add %65, %67 : tensor<8x4xui32>
    %69 = stablehlo.broadcast_in_dim %57, dims = [0, 1] : (tensor<1x1xui32>) -> tensor<8x4xui32>
    %70 = stablehlo.remainder %68, %69 : tensor<8x4xui32>
    %71 = stablehlo.convert %70 : (tensor<8x4xui32>) -> tensor<8x4xi32>
    %72 = stablehlo.broadcast_in_dim %6, dims = [0, 1] : (tensor<1x1xi32>) -> tensor<8x4xi32>
    %73 = stablehlo.add %72, %71 : tensor<8x4xi32>
    return %73 : tensor<8x4xi32>
  }
  func.func private @clip_80(%arg0: tensor<i32>, %arg1: tensor<i32>, %arg2: tensor<i32>) -> tensor<i32> {
    %0 = stablehlo.maximum %arg1, %arg0 : tensor<i32>
    %1 = stablehlo.minimum %arg2, %0 : tensor<i32>
    return %1 : tensor<i32>
  }
  func.func private @clip_81(%arg0: tensor<i32>, %arg1: tensor<i32>, %arg2: tensor<i32>) -> tensor<i32> {
    %0 = stablehlo.maximum %arg1, %arg0 : tensor<i32>
    %1 = stablehlo.minimum %arg2, %0 : tensor<i32>
    return %1 : tensor<i32>
  }
  func.func private @_threefry_split(%arg0: tensor<2xui32>) -> tensor<2x2xui32> {
    %0 = stablehlo.slice %arg0 [0:1] : (tensor<2xui32>) -> tensor<1xui32>
    %1 = stablehlo.reshape %0 : (tensor<1xui32>) -> tensor<ui32>
    %2 = stablehlo.slice %arg0 [1:2] : (tensor<2xui32>) -> tensor<1xui32>
    %3 = stablehlo.reshape %2 : (tensor<1xui32>) -> tensor<ui32>
    %4 = stablehlo.iota dim = 0 : tensor<2xui64>
    %c = stablehlo.constant dense<1> : tensor<ui64>
    %5 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<ui64>) -> tensor<2xui64>
    %6 = stablehlo.multiply %5, %4 : tensor<2xui64>
    %c_0 = stablehlo.constant dense<32> : tensor<ui64>
    %7 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<ui64>) -> tensor<2xui64>
    %8 = stablehlo.shift_right_logical %6, %7 : tensor<2xui64>
    %9 = stablehlo.convert %6 : (tensor<2xui64>) -> tensor<2xui32>
    %10 = stablehlo.convert %8 : (tensor<2xui64>) -> tensor<2xui32>
    %11:2 = call @threefry2x32_82(%1, %3, %10, %9) : (tensor<ui32>, tensor<ui32>, tensor<2xui32>, tensor<2xui32>) -> (tensor<2xui32>, tensor<2xui32>)
    %12 = stablehlo.broadcast_in_dim %11#0, dims = [0] : (tensor<2xui32>) -> tensor<2x1xui32>
    %13 = stablehlo.broadcast_in_dim %11#1, dims = [0] : (tensor<2xui32>) -> tensor<2x1xui32>
    %14 = stablehlo.concatenate %12, %13, dim = 1 : (tensor<2x1xui32>, tensor<2x1xui32>) -> tensor<2x2xui32>
    return %14 : tensor<2x2xui32>
  }
  func.func private @threefry2x32_82(%arg0: tensor<ui32>, %arg1: tensor<ui32>, %arg2: tensor<2xui32>, %arg3: tensor<2xui32>) -> (tensor<2xui32>, tensor<2xui32>) {
    %c = stablehlo.constant dense<[13, 15, 26, 6]> : tensor<4xui32>
    %c_0 = stablehlo.constant dense<[17, 29, 16, 24]> : tensor<4xui32>
    %0 = stablehlo.xor %arg0, %arg1 : tensor<ui32>
    %c_1 = stablehlo.constant dense<466688986> : tensor<ui32>
    %1 = stablehlo.xor %0, %c_1 : tensor<ui32>
    %2 = stablehlo.broadcast_in_dim %arg0, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %3 = stablehlo.add %arg2, %2 : tensor<2xui32>
    %4 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %5 = stablehlo.add %arg3, %4 : tensor<2xui32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %c_3 = stablehlo.constant dense<0> : tensor<i32>
    %6:9 = stablehlo.while(%iterArg = %c_3, %iterArg_4 = %c_2, %iterArg_5 = %3, %iterArg_6 = %5, %iterArg_7 = %arg1, %iterArg_8 = %1, %iterArg_9 = %arg0, %iterArg_10 = %c, %iterArg_11 = %c_0) : tensor<i32>, tensor<i32>, tensor<2xui32>, tensor<2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    cond {
      %c_12 = stablehlo.constant dense<5> : tensor<i32>
      %7 = stablehlo.compare LT, %iterArg, %c_12, SIGNED : (tensor<i32>, tensor<i32>) -> tensor<i1>
      stablehlo.return %7 : tensor<i1>
    } do {
      %7:8 = func.call @closed_call_83(%iterArg_4, %iterArg_5, %iterArg_6, %iterArg_7, %iterArg_8, %iterArg_9, %iterArg_10, %iterArg_11) : (tensor<i32>, tensor<2xui32>, tensor<2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) -> (tensor<i32>, tensor<2xui32>, tensor<2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>)
      %c_12 = stablehlo.constant dense<1> : tensor<i32>
      %8 = stablehlo.add %iterArg, %c_12 : tensor<i32>
      stablehlo.return %8, %7#0, %7#1, %7#2, %7#3, %7#4, %7#5, %7#6, %7#7 : tensor<i32>, tensor<i32>, tensor<2xui32>, tensor<2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
    }
    return %6#2, %6#3 : tensor<2xui32>, tensor<2xui32>
  }
  func.func private @closed_call_83(%arg0: tensor<i32>, %arg1: tensor<2xui32>, %arg2: tensor<2xui32>, %arg3: tensor<ui32>, %arg4: tensor<ui32>, %arg5: tensor<ui32>, %arg6: tensor<4xui32>, %arg7: tensor<4xui32>) -> (tensor<i32>, tensor<2xui32>, tensor<2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>) {
    %c = stablehlo.constant dense<1> : tensor<i32>
    %0 = stablehlo.add %arg0, %c : tensor<i32>
    %1 = stablehlo.slice %arg6 [0:1] : (tensor<4xui32>) -> tensor<1xui32>
    %2 = stablehlo.reshape %1 : (tensor<1xui32>) -> tensor<ui32>
    %3 = stablehlo.add %arg1, %arg2 : tensor<2xui32>
    %4 = stablehlo.broadcast_in_dim %2, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %5 = stablehlo.shift_left %arg2, %4 : tensor<2xui32>
    %c_0 = stablehlo.constant dense<32> : tensor<ui32>
    %6 = stablehlo.subtract %c_0, %2 : tensor<ui32>
    %7 = stablehlo.broadcast_in_dim %6, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %8 = stablehlo.shift_right_logical %arg2, %7 : tensor<2xui32>
    %9 = stablehlo.or %5, %8 : tensor<2xui32>
    %10 = stablehlo.xor %3, %9 : tensor<2xui32>
    %11 = stablehlo.slice %arg6 [1:2] : (tensor<4xui32>) -> tensor<1xui32>
    %12 = stablehlo.reshape %11 : (tensor<1xui32>) -> tensor<ui32>
    %13 = stablehlo.add %3, %10 : tensor<2xui32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %15 = stablehlo.shift_left %10, %14 : tensor<2xui32>
    %c_1 = stablehlo.constant dense<32> : tensor<ui32>
    %16 = stablehlo.subtract %c_1, %12 : tensor<ui32>
    %17 = stablehlo.broadcast_in_dim %16, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %18 = stablehlo.shift_right_logical %10, %17 : tensor<2xui32>
    %19 = stablehlo.or %15, %18 : tensor<2xui32>
    %20 = stablehlo.xor %13, %19 : tensor<2xui32>
    %21 = stablehlo.slice %arg6 [2:3] : (tensor<4xui32>) -> tensor<1xui32>
    %22 = stablehlo.reshape %21 : (tensor<1xui32>) -> tensor<ui32>
    %23 = stablehlo.add %13, %20 : tensor<2xui32>
    %24 = stablehlo.broadcast_in_dim %22, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %25 = stablehlo.shift_left %20, %24 : tensor<2xui32>
    %c_2 = stablehlo.constant dense<32> : tensor<ui32>
    %26 = stablehlo.subtract %c_2, %22 : tensor<ui32>
    %27 = stablehlo.broadcast_in_dim %26, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %28 = stablehlo.shift_right_logical %20, %27 : tensor<2xui32>
    %29 = stablehlo.or %25, %28 : tensor<2xui32>
    %30 = stablehlo.xor %23, %29 : tensor<2xui32>
    %31 = stablehlo.slice %arg6 [3:4] : (tensor<4xui32>) -> tensor<1xui32>
    %32 = stablehlo.reshape %31 : (tensor<1xui32>) -> tensor<ui32>
    %33 = stablehlo.add %23, %30 : tensor<2xui32>
    %34 = stablehlo.broadcast_in_dim %32, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %35 = stablehlo.shift_left %30, %34 : tensor<2xui32>
    %c_3 = stablehlo.constant dense<32> : tensor<ui32>
    %36 = stablehlo.subtract %c_3, %32 : tensor<ui32>
    %37 = stablehlo.broadcast_in_dim %36, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %38 = stablehlo.shift_right_logical %30, %37 : tensor<2xui32>
    %39 = stablehlo.or %35, %38 : tensor<2xui32>
    %40 = stablehlo.xor %33, %39 : tensor<2xui32>
    %41 = stablehlo.broadcast_in_dim %arg3, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %42 = stablehlo.add %33, %41 : tensor<2xui32>
    %43 = stablehlo.broadcast_in_dim %arg4, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %44 = stablehlo.add %40, %43 : tensor<2xui32>
    %c_4 = stablehlo.constant dense<1> : tensor<i32>
    %45 = stablehlo.add %arg0, %c_4 : tensor<i32>
    %46 = stablehlo.convert %45 : (tensor<i32>) -> tensor<ui32>
    %47 = stablehlo.broadcast_in_dim %46, dims = [] : (tensor<ui32>) -> tensor<2xui32>
    %48 = stablehlo.add %44, %47 : tensor<2xui32>
    return %0, %42, %48, %arg4, %arg5, %arg3, %arg7, %arg6 : tensor<i32>, tensor<2xui32>, tensor<2xui32>, tensor<ui32>, tensor<ui32>, tensor<ui32>, tensor<4xui32>, tensor<4xui32>
  }
  func.func private @closed_call_84(%arg0: tensor<8x4xf32>, %arg1: tensor<i32>, %arg2: tensor<8x4xf32>) -> (tensor<i32>, tensor<8x4xf32>) {
    %c = stablehlo.constant dense<1> : tensor<i32>
    %0 = stablehlo.add %arg1, %c : tensor<i32>
    %1 = stablehlo.add %arg2, %arg0 : tensor<8x4xf32>
    %2 = stablehlo.tanh %1 : tensor<8x4xf32>
    %3 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [] : (tensor<f32>) -> tensor<8x4xf32>
    %5 = stablehlo.add %2, %4 : tensor<8x4xf32>
    return %0, %5 : tensor<i32>, tensor<8x4xf32>
  }
}
