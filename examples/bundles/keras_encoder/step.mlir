module @jit_step attributes {mhlo.num_partitions = 1 : i32, mhlo.num_replicas = 1 : i32} {
  func.func public @main(%arg0: tensor<128x64xf32> {tf.aliasing_output = 1 : i32}, %arg1: tensor<24x64xf32> {tf.aliasing_output = 2 : i32}, %arg2: tensor<64x8x8xf32> {tf.aliasing_output = 3 : i32}, %arg3: tensor<8x8xf32> {tf.aliasing_output = 4 : i32}, %arg4: tensor<64x8x8xf32> {tf.aliasing_output = 5 : i32}, %arg5: tensor<8x8xf32> {tf.aliasing_output = 6 : i32}, %arg6: tensor<64x8x8xf32> {tf.aliasing_output = 7 : i32}, %arg7: tensor<8x8xf32> {tf.aliasing_output = 8 : i32}, %arg8: tensor<8x8x64xf32> {tf.aliasing_output = 9 : i32}, %arg9: tensor<64xf32> {tf.aliasing_output = 10 : i32}, %arg10: tensor<64xf32> {tf.aliasing_output = 11 : i32}, %arg11: tensor<64xf32> {tf.aliasing_output = 12 : i32}, %arg12: tensor<64x192xf32> {tf.aliasing_output = 13 : i32}, %arg13: tensor<192xf32> {tf.aliasing_output = 14 : i32}, %arg14: tensor<192x64xf32> {tf.aliasing_output = 15 : i32}, %arg15: tensor<64xf32> {tf.aliasing_output = 16 : i32}, %arg16: tensor<64xf32> {tf.aliasing_output = 17 : i32}, %arg17: tensor<64xf32> {tf.aliasing_output = 18 : i32}, %arg18: tensor<64x8x8xf32> {tf.aliasing_output = 19 : i32}, %arg19: tensor<8x8xf32> {tf.aliasing_output = 20 : i32}, %arg20: tensor<64x8x8xf32> {tf.aliasing_output = 21 : i32}, %arg21: tensor<8x8xf32> {tf.aliasing_output = 22 : i32}, %arg22: tensor<64x8x8xf32> {tf.aliasing_output = 23 : i32}, %arg23: tensor<8x8xf32> {tf.aliasing_output = 24 : i32}, %arg24: tensor<8x8x64xf32> {tf.aliasing_output = 25 : i32}, %arg25: tensor<64xf32> {tf.aliasing_output = 26 : i32}, %arg26: tensor<64xf32> {tf.aliasing_output = 27 : i32}, %arg27: tensor<64xf32> {tf.aliasing_output = 28 : i32}, %arg28: tensor<64x192xf32> {tf.aliasing_output = 29 : i32}, %arg29: tensor<192xf32> {tf.aliasing_output = 30 : i32}, %arg30: tensor<192x64xf32> {tf.aliasing_output = 31 : i32}, %arg31: tensor<64xf32> {tf.aliasing_output = 32 : i32}, %arg32: tensor<64xf32> {tf.aliasing_output = 33 : i32}, %arg33: tensor<64xf32> {tf.aliasing_output = 34 : i32}, %arg34: tensor<64x4xf32> {tf.aliasing_output = 35 : i32}, %arg35: tensor<4xf32> {tf.aliasing_output = 36 : i32}, %arg36: tensor<i32> {tf.aliasing_output = 37 : i32}, %arg37: tensor<f32> {tf.aliasing_output = 0 : i32}, %arg38: tensor<128x64xf32> {tf.aliasing_output = 39 : i32}, %arg39: tensor<128x64xf32> {tf.aliasing_output = 40 : i32}, %arg40: tensor<24x64xf32> {tf.aliasing_output = 41 : i32}, %arg41: tensor<24x64xf32> {tf.aliasing_output = 42 : i32}, %arg42: tensor<64x8x8xf32> {tf.aliasing_output = 43 : i32}, %arg43: tensor<64x8x8xf32> {tf.aliasing_output = 44 : i32}, %arg44: tensor<8x8xf32> {tf.aliasing_output = 45 : i32}, %arg45: tensor<8x8xf32> {tf.aliasing_output = 46 : i32}, %arg46: tensor<64x8x8xf32> {tf.aliasing_output = 47 : i32}, %arg47: tensor<64x8x8xf32> {tf.aliasing_output = 48 : i32}, %arg48: tensor<8x8xf32> {tf.aliasing_output = 49 : i32}, %arg49: tensor<8x8xf32> {tf.aliasing_output = 50 : i32}, %arg50: tensor<64x8x8xf32> {tf.aliasing_output = 51 : i32}, %arg51: tensor<64x8x8xf32> {tf.aliasing_output = 52 : i32}, %arg52: tensor<8x8xf32> {tf.aliasing_output = 53 : i32}, %arg53: tensor<8x8xf32> {tf.aliasing_output = 54 : i32}, %arg54: tensor<8x8x64xf32> {tf.aliasing_output = 55 : i32}, %arg55: tensor<8x8x64xf32> {tf.aliasing_output = 56 : i32}, %arg56: tensor<64xf32> {tf.aliasing_output = 57 : i32}, %arg57: tensor<64xf32> {tf.aliasing_output = 58 : i32}, %arg58: tensor<64xf32> {tf.aliasing_output = 59 : i32}, %arg59: tensor<64xf32> {tf.aliasing_output = 60 : i32}, %arg60: tensor<64xf32> {tf.aliasing_output = 61 : i32}, %arg61: tensor<64xf32> {tf.aliasing_output = 62 : i32}, %arg62: tensor<64x192xf32> {tf.aliasing_output = 63 : i32}, %arg63: tensor<64x192xf32> {tf.aliasing_output = 64 : i32}, %arg64: tensor<192xf32> {tf.aliasing_output = 65 : i32}, %arg65: tensor<192xf32> {tf.aliasing_output = 66 : i32}, %arg66: tensor<192x64xf32> {tf.aliasing_output = 67 : i32}, %arg67: tensor<192x64xf32> {tf.aliasing_output = 68 : i32}, %arg68: tensor<64xf32> {tf.aliasing_output = 69 : i32}, %arg69: tensor<64xf32> {tf.aliasing_output = 70 : i32}, %arg70: tensor<64xf32> {tf.aliasing_output = 71 : i32}, %arg71: tensor<64xf32> {tf.aliasing_output = 72 : i32}, %arg72: tensor<64xf32> {tf.aliasing_output = 73 : i32}, %arg73: tensor<64xf32> {tf.aliasing_output = 74 : i32}, %arg74: tensor<64x8x8xf32> {tf.aliasing_output = 75 : i32}, %arg75: tensor<64x8x8xf32> {tf.aliasing_output = 76 : i32}, %arg76: tensor<8x8xf32> {tf.aliasing_output = 77 : i32}, %arg77: tensor<8x8xf32> {tf.aliasing_output = 78 : i32}, %arg78: tensor<64x8x8xf32> {tf.aliasing_output = 79 : i32}, %arg79: tensor<64x8x8xf32> {tf.aliasing_output = 80 : i32}, %arg80: tensor<8x8xf32> {tf.aliasing_output = 81 : i32}, %arg81: tensor<8x8xf32> {tf.aliasing_output = 82 : i32}, %arg82: tensor<64x8x8xf32> {tf.aliasing_output = 83 : i32}, %arg83: tensor<64x8x8xf32> {tf.aliasing_output = 84 : i32}, %arg84: tensor<8x8xf32> {tf.aliasing_output = 85 : i32}, %arg85: tensor<8x8xf32> {tf.aliasing_output = 86 : i32}, %arg86: tensor<8x8x64xf32> {tf.aliasing_output = 87 : i32}, %arg87: tensor<8x8x64xf32> {tf.aliasing_output = 88 : i32}, %arg88: tensor<64xf32> {tf.aliasing_output = 89 : i32}, %arg89: tensor<64xf32> {tf.aliasing_output = 90 : i32}, %arg90: tensor<64xf32> {tf.aliasing_output = 91 : i32}, %arg91: tensor<64xf32> {tf.aliasing_output = 92 : i32}, %arg92: tensor<64xf32> {tf.aliasing_output = 93 : i32}, %arg93: tensor<64xf32> {tf.aliasing_output = 94 : i32}, %arg94: tensor<64x192xf32> {tf.aliasing_output = 95 : i32}, %arg95: tensor<64x192xf32> {tf.aliasing_output = 96 : i32}, %arg96: tensor<192xf32> {tf.aliasing_output = 97 : i32}, %arg97: tensor<192xf32> {tf.aliasing_output = 98 : i32}, %arg98: tensor<192x64xf32> {tf.aliasing_output = 99 : i32}, %arg99: tensor<192x64xf32> {tf.aliasing_output = 100 : i32}, %arg100: tensor<64xf32> {tf.aliasing_output = 101 : i32}, %arg101: tensor<64xf32> {tf.aliasing_output = 102 : i32}, %arg102: tensor<64xf32> {tf.aliasing_output = 103 : i32}, %arg103: tensor<64xf32> {tf.aliasing_output = 104 : i32}, %arg104: tensor<64xf32> {tf.aliasing_output = 105 : i32}, %arg105: tensor<64xf32> {tf.aliasing_output = 106 : i32}, %arg106: tensor<64x4xf32> {tf.aliasing_output = 107 : i32}, %arg107: tensor<64x4xf32> {tf.aliasing_output = 108 : i32}, %arg108: tensor<4xf32> {tf.aliasing_output = 109 : i32}, %arg109: tensor<4xf32> {tf.aliasing_output = 110 : i32}, %arg110: tensor<f32> {tf.aliasing_output = 38 : i32}, %arg111: tensor<f32> {tf.aliasing_output = 111 : i32}, %arg112: tensor<16x24xi32>, %arg113: tensor<16xi32>) -> (tensor<f32> {jax.result_info = "result[0]['loss']"}, tensor<128x64xf32> {jax.result_info = "result[1][0]"}, tensor<24x64xf32> {jax.result_info = "result[1][1]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][2]"}, tensor<8x8xf32> {jax.result_info = "result[1][3]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][4]"}, tensor<8x8xf32> {jax.result_info = "result[1][5]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][6]"}, tensor<8x8xf32> {jax.result_info = "result[1][7]"}, tensor<8x8x64xf32> {jax.result_info = "result[1][8]"}, tensor<64xf32> {jax.result_info = "result[1][9]"}, tensor<64xf32> {jax.result_info = "result[1][10]"}, tensor<64xf32> {jax.result_info = "result[1][11]"}, tensor<64x192xf32> {jax.result_info = "result[1][12]"}, tensor<192xf32> {jax.result_info = "result[1][13]"}, tensor<192x64xf32> {jax.result_info = "result[1][14]"}, tensor<64xf32> {jax.result_info = "result[1][15]"}, tensor<64xf32> {jax.result_info = "result[1][16]"}, tensor<64xf32> {jax.result_info = "result[1][17]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][18]"}, tensor<8x8xf32> {jax.result_info = "result[1][19]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][20]"}, tensor<8x8xf32> {jax.result_info = "result[1][21]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][22]"}, tensor<8x8xf32> {jax.result_info = "result[1][23]"}, tensor<8x8x64xf32> {jax.result_info = "result[1][24]"}, tensor<64xf32> {jax.result_info = "result[1][25]"}, tensor<64xf32> {jax.result_info = "result[1][26]"}, tensor<64xf32> {jax.result_info = "result[1][27]"}, tensor<64x192xf32> {jax.result_info = "result[1][28]"}, tensor<192xf32> {jax.result_info = "result[1][29]"}, tensor<192x64xf32> {jax.result_info = "result[1][30]"}, tensor<64xf32> {jax.result_info = "result[1][31]"}, tensor<64xf32> {jax.result_info = "result[1][32]"}, tensor<64xf32> {jax.result_info = "result[1][33]"}, tensor<64x4xf32> {jax.result_info = "result[1][34]"}, tensor<4xf32> {jax.result_info = "result[1][35]"}, tensor<i32> {jax.result_info = "result[1][36]"}, tensor<f32> {jax.result_info = "result[1][37]"}, tensor<128x64xf32> {jax.result_info = "result[1][38]"}, tensor<128x64xf32> {jax.result_info = "result[1][39]"}, tensor<24x64xf32> {jax.result_info = "result[1][40]"}, tensor<24x64xf32> {jax.result_info = "result[1][41]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][42]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][43]"}, tensor<8x8xf32> {jax.result_info = "result[1][44]"}, tensor<8x8xf32> {jax.result_info = "result[1][45]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][46]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][47]"}, tensor<8x8xf32> {jax.result_info = "result[1][48]"}, tensor<8x8xf32> {jax.result_info = "result[1][49]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][50]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][51]"}, tensor<8x8xf32> {jax.result_info = "result[1][52]"}, tensor<8x8xf32> {jax.result_info = "result[1][53]"}, tensor<8x8x64xf32> {jax.result_info = "result[1][54]"}, tensor<8x8x64xf32> {jax.result_info = "result[1][55]"}, tensor<64xf32> {jax.result_info = "result[1][56]"}, tensor<64xf32> {jax.result_info = "result[1][57]"}, tensor<64xf32> {jax.result_info = "result[1][58]"}, tensor<64xf32> {jax.result_info = "result[1][59]"}, tensor<64xf32> {jax.result_info = "result[1][60]"}, tensor<64xf32> {jax.result_info = "result[1][61]"}, tensor<64x192xf32> {jax.result_info = "result[1][62]"}, tensor<64x192xf32> {jax.result_info = "result[1][63]"}, tensor<192xf32> {jax.result_info = "result[1][64]"}, tensor<192xf32> {jax.result_info = "result[1][65]"}, tensor<192x64xf32> {jax.result_info = "result[1][66]"}, tensor<192x64xf32> {jax.result_info = "result[1][67]"}, tensor<64xf32> {jax.result_info = "result[1][68]"}, tensor<64xf32> {jax.result_info = "result[1][69]"}, tensor<64xf32> {jax.result_info = "result[1][70]"}, tensor<64xf32> {jax.result_info = "result[1][71]"}, tensor<64xf32> {jax.result_info = "result[1][72]"}, tensor<64xf32> {jax.result_info = "result[1][73]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][74]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][75]"}, tensor<8x8xf32> {jax.result_info = "result[1][76]"}, tensor<8x8xf32> {jax.result_info = "result[1][77]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][78]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][79]"}, tensor<8x8xf32> {jax.result_info = "result[1][80]"}, tensor<8x8xf32> {jax.result_info = "result[1][81]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][82]"}, tensor<64x8x8xf32> {jax.result_info = "result[1][83]"}, tensor<8x8xf32> {jax.result_info = "result[1][84]"}, tensor<8x8xf32> {jax.result_info = "result[1][85]"}, tensor<8x8x64xf32> {jax.result_info = "result[1][86]"}, tensor<8x8x64xf32> {jax.result_info = "result[1][87]"}, tensor<64xf32> {jax.result_info = "result[1][88]"}, tensor<64xf32> {jax.result_info = "result[1][89]"}, tensor<64xf32> {jax.result_info = "result[1][90]"}, tensor<64xf32> {jax.result_info = "result[1][91]"}, tensor<64xf32> {jax.result_info = "result[1][92]"}, tensor<64xf32> {jax.result_info = "result[1][93]"}, tensor<64x192xf32> {jax.result_info = "result[1][94]"}, tensor<64x192xf32> {jax.result_info = "result[1][95]"}, tensor<192xf32> {jax.result_info = "result[1][96]"}, tensor<192xf32> {jax.result_info = "result[1][97]"}, tensor<192x64xf32> {jax.result_info = "result[1][98]"}, tensor<192x64xf32> {jax.result_info = "result[1][99]"}, tensor<64xf32> {jax.result_info = "result[1][100]"}, tensor<64xf32> {jax.result_info = "result[1][101]"}, tensor<64xf32> {jax.result_info = "result[1][102]"}, tensor<64xf32> {jax.result_info = "result[1][103]"}, tensor<64xf32> {jax.result_info = "result[1][104]"}, tensor<64xf32> {jax.result_info = "result[1][105]"}, tensor<64x4xf32> {jax.result_info = "result[1][106]"}, tensor<64x4xf32> {jax.result_info = "result[1][107]"}, tensor<4xf32> {jax.result_info = "result[1][108]"}, tensor<4xf32> {jax.result_info = "result[1][109]"}, tensor<f32> {jax.result_info = "result[1][110]"}, tensor<f32> {jax.result_info = "result[1][111]"}) {
    %c = stablehlo.constant dense<16> : tensor<1xi32>
    %0:2 = call @_take(%arg0, %arg112) : (tensor<128x64xf32>, tensor<16x24xi32>) -> (tensor<16x24x64xf32>, tensor<16x24x1xi32>)
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [1, 2] : (tensor<24x64xf32>) -> tensor<1x24x64xf32>
    %2 = stablehlo.broadcast_in_dim %1, dims = [0, 1, 2] : (tensor<1x24x64xf32>) -> tensor<16x24x64xf32>
    %3 = stablehlo.add %0#0, %2 : tensor<16x24x64xf32>
    %4 = stablehlo.dot_general %3, %arg2, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x8x8xf32>) -> tensor<16x24x8x8xf32>
    %5 = stablehlo.broadcast_in_dim %arg3, dims = [2, 3] : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %6 = stablehlo.broadcast_in_dim %5, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xf32>) -> tensor<16x24x8x8xf32>
    %7 = stablehlo.add %4, %6 : tensor<16x24x8x8xf32>
    %8 = stablehlo.dot_general %3, %arg4, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x8x8xf32>) -> tensor<16x24x8x8xf32>
    %9 = stablehlo.broadcast_in_dim %arg5, dims = [2, 3] : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xf32>) -> tensor<16x24x8x8xf32>
    %11 = stablehlo.add %8, %10 : tensor<16x24x8x8xf32>
    %12 = stablehlo.dot_general %3, %arg6, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x8x8xf32>) -> tensor<16x24x8x8xf32>
    %13 = stablehlo.broadcast_in_dim %arg7, dims = [2, 3] : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %14 = stablehlo.broadcast_in_dim %13, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xf32>) -> tensor<16x24x8x8xf32>
    %15 = stablehlo.add %12, %14 : tensor<16x24x8x8xf32>
    %16 = stablehlo.reshape %7 : (tensor<16x24x8x8xf32>) -> tensor<16x24x8x1x8xf32>
    %17 = stablehlo.dot_general %16, %11, batching_dims = [0, 2] x [0, 2], contracting_dims = [4] x [3], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x1x8xf32>, tensor<16x24x8x8xf32>) -> tensor<16x8x24x1x24xf32>
    %cst = stablehlo.constant dense<0.353553385> : tensor<f32>
    %18 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x8x24x1x24xf32>
    %19 = stablehlo.multiply %17, %18 : tensor<16x8x24x1x24xf32>
    %cst_0 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %20 = stablehlo.reduce(%19 init: %cst_0) applies stablehlo.maximum across dimensions = [4] : (tensor<16x8x24x1x24xf32>, tensor<f32>) -> tensor<16x8x24x1xf32>
    %21 = stablehlo.reshape %20 : (tensor<16x8x24x1xf32>) -> tensor<16x8x24x1x1xf32>
    %22 = stablehlo.broadcast_in_dim %21, dims = [0, 1, 2, 3, 4] : (tensor<16x8x24x1x1xf32>) -> tensor<16x8x24x1x24xf32>
    %23 = stablehlo.compare EQ, %19, %22, FLOAT : (tensor<16x8x24x1x24xf32>, tensor<16x8x24x1x24xf32>) -> tensor<16x8x24x1x24xi1>
    %24 = stablehlo.convert %23 : (tensor<16x8x24x1x24xi1>) -> tensor<16x8x24x1x24xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %25 = stablehlo.reduce(%24 init: %cst_1) applies stablehlo.add across dimensions = [4] : (tensor<16x8x24x1x24xf32>, tensor<f32>) -> tensor<16x8x24x1xf32>
    %cst_2 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %26 = stablehlo.broadcast_in_dim %cst_2, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %27 = stablehlo.maximum %26, %20 : tensor<16x8x24x1xf32>
    %28 = stablehlo.compare EQ, %20, %27, FLOAT : (tensor<16x8x24x1xf32>, tensor<16x8x24x1xf32>) -> tensor<16x8x24x1xi1>
    %cst_3 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %29 = stablehlo.broadcast_in_dim %cst_3, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %30 = stablehlo.broadcast_in_dim %cst_4, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %31 = stablehlo.select %28, %29, %30 : tensor<16x8x24x1xi1>, tensor<16x8x24x1xf32>
    %cst_5 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %32 = stablehlo.broadcast_in_dim %cst_5, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %33 = stablehlo.compare EQ, %32, %27, FLOAT : (tensor<16x8x24x1xf32>, tensor<16x8x24x1xf32>) -> tensor<16x8x24x1xi1>
    %cst_6 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %34 = stablehlo.broadcast_in_dim %cst_6, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %cst_7 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %35 = stablehlo.broadcast_in_dim %cst_7, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %36 = stablehlo.select %33, %34, %35 : tensor<16x8x24x1xi1>, tensor<16x8x24x1xf32>
    %37 = stablehlo.divide %31, %36 : tensor<16x8x24x1xf32>
    %38 = stablehlo.transpose %27, dims = [3, 0, 1, 2] : (tensor<16x8x24x1xf32>) -> tensor<1x16x8x24xf32>
    %39 = stablehlo.broadcast_in_dim %38, dims = [0, 1, 2, 3] : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x1xf32>
    %40 = stablehlo.transpose %19, dims = [3, 0, 1, 2, 4] : (tensor<16x8x24x1x24xf32>) -> tensor<1x16x8x24x24xf32>
    %41 = stablehlo.broadcast_in_dim %39, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %42 = stablehlo.subtract %40, %41 : tensor<1x16x8x24x24xf32>
    %43 = stablehlo.exponential %42 : tensor<1x16x8x24x24xf32>
    %cst_8 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %44 = stablehlo.reduce(%43 init: %cst_8) applies stablehlo.add across dimensions = [4] : (tensor<1x16x8x24x24xf32>, tensor<f32>) -> tensor<1x16x8x24xf32>
    %45 = stablehlo.broadcast_in_dim %44, dims = [0, 1, 2, 3] : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x1xf32>
    %46 = stablehlo.broadcast_in_dim %45, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %47 = stablehlo.divide %43, %46 : tensor<1x16x8x24x24xf32>
    %48 = stablehlo.multiply %45, %45 : tensor<1x16x8x24x1xf32>
    %cst_9 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %49 = stablehlo.broadcast_in_dim %cst_9, dims = [] : (tensor<f32>) -> tensor<1x16x8x24x1xf32>
    %50 = stablehlo.divide %49, %48 : tensor<1x16x8x24x1xf32>
    %51 = stablehlo.dot_general %15, %47, batching_dims = [0, 2] x [1, 2], contracting_dims = [1] x [4], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<1x16x8x24x24xf32>) -> tensor<16x8x8x1x24xf32>
    %52 = stablehlo.transpose %51, dims = [3, 0, 4, 1, 2] : (tensor<16x8x8x1x24xf32>) -> tensor<1x16x24x8x8xf32>
    %53 = stablehlo.transpose %52, dims = [1, 2, 3, 0, 4] : (tensor<1x16x24x8x8xf32>) -> tensor<16x24x8x1x8xf32>
    %54 = stablehlo.reshape %53 : (tensor<16x24x8x1x8xf32>) -> tensor<16x24x8x8xf32>
    %55 = stablehlo.dot_general %54, %arg8, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<8x8x64xf32>) -> tensor<16x24x64xf32>
    %56 = stablehlo.broadcast_in_dim %arg9, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %57 = stablehlo.broadcast_in_dim %56, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %58 = stablehlo.add %55, %57 : tensor<16x24x64xf32>
    %59 = stablehlo.add %3, %58 : tensor<16x24x64xf32>
    %cst_10 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %60 = stablehlo.reduce(%59 init: %cst_10) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %61 = stablehlo.broadcast_in_dim %60, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %cst_11 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %62 = stablehlo.broadcast_in_dim %cst_11, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %63 = stablehlo.divide %61, %62 : tensor<16x24x1xf32>
    %c_12 = stablehlo.constant dense<0> : tensor<i32>
    %64:5 = call @_var(%59, %c_12) : (tensor<16x24x64xf32>, tensor<i32>) -> (tensor<16x24x1xf32>, tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>)
    %65 = stablehlo.reshape %arg10 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %66 = stablehlo.reshape %arg11 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_13 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %67 = stablehlo.broadcast_in_dim %cst_13, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %68 = stablehlo.add %64#0, %67 : tensor<16x24x1xf32>
    %69 = stablehlo.rsqrt %68 : tensor<16x24x1xf32>
    %70 = stablehlo.divide %69, %68 : tensor<16x24x1xf32>
    %cst_14 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %71 = stablehlo.broadcast_in_dim %cst_14, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %72 = stablehlo.multiply %71, %70 : tensor<16x24x1xf32>
    %73 = stablehlo.broadcast_in_dim %69, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %74 = stablehlo.broadcast_in_dim %65, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %75 = stablehlo.multiply %73, %74 : tensor<16x24x64xf32>
    %76 = stablehlo.negate %63 : tensor<16x24x1xf32>
    %77 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %78 = stablehlo.multiply %77, %75 : tensor<16x24x64xf32>
    %79 = stablehlo.broadcast_in_dim %66, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %80 = stablehlo.add %78, %79 : tensor<16x24x64xf32>
    %81 = stablehlo.multiply %59, %75 : tensor<16x24x64xf32>
    %82 = stablehlo.add %81, %80 : tensor<16x24x64xf32>
    %83 = stablehlo.dot_general %82, %arg12, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x192xf32>) -> tensor<16x24x192xf32>
    %84 = stablehlo.broadcast_in_dim %arg13, dims = [2] : (tensor<192xf32>) -> tensor<1x1x192xf32>
    %85 = stablehlo.broadcast_in_dim %84, dims = [0, 1, 2] : (tensor<1x1x192xf32>) -> tensor<16x24x192xf32>
    %86 = stablehlo.add %83, %85 : tensor<16x24x192xf32>
    %cst_15 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %87 = stablehlo.broadcast_in_dim %cst_15, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %88 = stablehlo.multiply %87, %86 : tensor<16x24x192xf32>
    %89 = stablehlo.negate %86 : tensor<16x24x192xf32>
    %cst_16 = stablehlo.constant dense<0.707106769> : tensor<f32>
    %90 = stablehlo.broadcast_in_dim %cst_16, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %91 = stablehlo.multiply %89, %90 : tensor<16x24x192xf32>
    %92 = chlo.erfc %91 : tensor<16x24x192xf32> -> tensor<16x24x192xf32>
    %93 = chlo.square %91 : tensor<16x24x192xf32> -> tensor<16x24x192xf32>
    %94 = stablehlo.negate %93 : tensor<16x24x192xf32>
    %95 = stablehlo.exponential %94 : tensor<16x24x192xf32>
    %96 = stablehlo.multiply %88, %92 : tensor<16x24x192xf32>
    %97 = stablehlo.dot_general %96, %arg14, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x192xf32>, tensor<192x64xf32>) -> tensor<16x24x64xf32>
    %98 = stablehlo.broadcast_in_dim %arg15, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %99 = stablehlo.broadcast_in_dim %98, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %100 = stablehlo.add %97, %99 : tensor<16x24x64xf32>
    %101 = stablehlo.add %82, %100 : tensor<16x24x64xf32>
    %cst_17 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %102 = stablehlo.reduce(%101 init: %cst_17) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %103 = stablehlo.broadcast_in_dim %102, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %cst_18 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %104 = stablehlo.broadcast_in_dim %cst_18, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %105 = stablehlo.divide %103, %104 : tensor<16x24x1xf32>
    %c_19 = stablehlo.constant dense<0> : tensor<i32>
    %106:5 = call @_var(%101, %c_19) : (tensor<16x24x64xf32>, tensor<i32>) -> (tensor<16x24x1xf32>, tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>)
    %107 = stablehlo.reshape %arg16 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %108 = stablehlo.reshape %arg17 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_20 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %109 = stablehlo.broadcast_in_dim %cst_20, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %110 = stablehlo.add %106#0, %109 : tensor<16x24x1xf32>
    %111 = stablehlo.rsqrt %110 : tensor<16x24x1xf32>
    %112 = stablehlo.divide %111, %110 : tensor<16x24x1xf32>
    %cst_21 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %113 = stablehlo.broadcast_in_dim %cst_21, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %114 = stablehlo.multiply %113, %112 : tensor<16x24x1xf32>
    %115 = stablehlo.broadcast_in_dim %111, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %116 = stablehlo.broadcast_in_dim %107, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %117 = stablehlo.multiply %115, %116 : tensor<16x24x64xf32>
    %118 = stablehlo.negate %105 : tensor<16x24x1xf32>
    %119 = stablehlo.broadcast_in_dim %118, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %120 = stablehlo.multiply %119, %117 : tensor<16x24x64xf32>
    %121 = stablehlo.broadcast_in_dim %108, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %122 = stablehlo.add %120, %121 : tensor<16x24x64xf32>
    %123 = stablehlo.multiply %101, %117 : tensor<16x24x64xf32>
    %124 = stablehlo.add %123, %122 : tensor<16x24x64xf32>
    %125 = stablehlo.dot_general %124, %arg18, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x8x8xf32>) -> tensor<16x24x8x8xf32>
    %126 = stablehlo.broadcast_in_dim %arg19, dims = [2, 3] : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %127 = stablehlo.broadcast_in_dim %126, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xf32>) -> tensor<16x24x8x8xf32>
    %128 = stablehlo.add %125, %127 : tensor<16x24x8x8xf32>
    %129 = stablehlo.dot_general %124, %arg20, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x8x8xf32>) -> tensor<16x24x8x8xf32>
    %130 = stablehlo.broadcast_in_dim %arg21, dims = [2, 3] : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %131 = stablehlo.broadcast_in_dim %130, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xf32>) -> tensor<16x24x8x8xf32>
    %132 = stablehlo.add %129, %131 : tensor<16x24x8x8xf32>
    %133 = stablehlo.dot_general %124, %arg22, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x8x8xf32>) -> tensor<16x24x8x8xf32>
    %134 = stablehlo.broadcast_in_dim %arg23, dims = [2, 3] : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %135 = stablehlo.broadcast_in_dim %134, dims = [0, 1, 2, 3] : (tensor<1x1x8x8xf32>) -> tensor<16x24x8x8xf32>
    %136 = stablehlo.add %133, %135 : tensor<16x24x8x8xf32>
    %137 = stablehlo.reshape %128 : (tensor<16x24x8x8xf32>) -> tensor<16x24x8x1x8xf32>
    %138 = stablehlo.dot_general %137, %132, batching_dims = [0, 2] x [0, 2], contracting_dims = [4] x [3], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x1x8xf32>, tensor<16x24x8x8xf32>) -> tensor<16x8x24x1x24xf32>
    %cst_22 = stablehlo.constant dense<0.353553385> : tensor<f32>
    %139 = stablehlo.broadcast_in_dim %cst_22, dims = [] : (tensor<f32>) -> tensor<16x8x24x1x24xf32>
    %140 = stablehlo.multiply %138, %139 : tensor<16x8x24x1x24xf32>
    %cst_23 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %141 = stablehlo.reduce(%140 init: %cst_23) applies stablehlo.maximum across dimensions = [4] : (tensor<16x8x24x1x24xf32>, tensor<f32>) -> tensor<16x8x24x1xf32>
    %142 = stablehlo.reshape %141 : (tensor<16x8x24x1xf32>) -> tensor<16x8x24x1x1xf32>
    %143 = stablehlo.broadcast_in_dim %142, dims = [0, 1, 2, 3, 4] : (tensor<16x8x24x1x1xf32>) -> tensor<16x8x24x1x24xf32>
    %144 = stablehlo.compare EQ, %140, %143, FLOAT : (tensor<16x8x24x1x24xf32>, tensor<16x8x24x1x24xf32>) -> tensor<16x8x24x1x24xi1>
    %145 = stablehlo.convert %144 : (tensor<16x8x24x1x24xi1>) -> tensor<16x8x24x1x24xf32>
    %cst_24 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %146 = stablehlo.reduce(%145 init: %cst_24) applies stablehlo.add across dimensions = [4] : (tensor<16x8x24x1x24xf32>, tensor<f32>) -> tensor<16x8x24x1xf32>
    %cst_25 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %147 = stablehlo.broadcast_in_dim %cst_25, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %148 = stablehlo.maximum %147, %141 : tensor<16x8x24x1xf32>
    %149 = stablehlo.compare EQ, %141, %148, FLOAT : (tensor<16x8x24x1xf32>, tensor<16x8x24x1xf32>) -> tensor<16x8x24x1xi1>
    %cst_26 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %150 = stablehlo.broadcast_in_dim %cst_26, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %cst_27 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %151 = stablehlo.broadcast_in_dim %cst_27, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %152 = stablehlo.select %149, %150, %151 : tensor<16x8x24x1xi1>, tensor<16x8x24x1xf32>
    %cst_28 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %153 = stablehlo.broadcast_in_dim %cst_28, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %154 = stablehlo.compare EQ, %153, %148, FLOAT : (tensor<16x8x24x1xf32>, tensor<16x8x24x1xf32>) -> tensor<16x8x24x1xi1>
    %cst_29 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %155 = stablehlo.broadcast_in_dim %cst_29, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %cst_30 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %156 = stablehlo.broadcast_in_dim %cst_30, dims = [] : (tensor<f32>) -> tensor<16x8x24x1xf32>
    %157 = stablehlo.select %154, %155, %156 : tensor<16x8x24x1xi1>, tensor<16x8x24x1xf32>
    %158 = stablehlo.divide %152, %157 : tensor<16x8x24x1xf32>
    %159 = stablehlo.transpose %148, dims = [3, 0, 1, 2] : (tensor<16x8x24x1xf32>) -> tensor<1x16x8x24xf32>
    %160 = stablehlo.broadcast_in_dim %159, dims = [0, 1, 2, 3] : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x1xf32>
    %161 = stablehlo.transpose %140, dims = [3, 0, 1, 2, 4] : (tensor<16x8x24x1x24xf32>) -> tensor<1x16x8x24x24xf32>
    %162 = stablehlo.broadcast_in_dim %160, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %163 = stablehlo.subtract %161, %162 : tensor<1x16x8x24x24xf32>
    %164 = stablehlo.exponential %163 : tensor<1x16x8x24x24xf32>
    %cst_31 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %165 = stablehlo.reduce(%164 init: %cst_31) applies stablehlo.add across dimensions = [4] : (tensor<1x16x8x24x24xf32>, tensor<f32>) -> tensor<1x16x8x24xf32>
    %166 = stablehlo.broadcast_in_dim %165, dims = [0, 1, 2, 3] : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x1xf32>
    %167 = stablehlo.broadcast_in_dim %166, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %168 = stablehlo.divide %164, %167 : tensor<1x16x8x24x24xf32>
    %169 = stablehlo.multiply %166, %166 : tensor<1x16x8x24x1xf32>
    %cst_32 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %170 = stablehlo.broadcast_in_dim %cst_32, dims = [] : (tensor<f32>) -> tensor<1x16x8x24x1xf32>
    %171 = stablehlo.divide %170, %169 : tensor<1x16x8x24x1xf32>
    %172 = stablehlo.dot_general %136, %168, batching_dims = [0, 2] x [1, 2], contracting_dims = [1] x [4], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<1x16x8x24x24xf32>) -> tensor<16x8x8x1x24xf32>
    %173 = stablehlo.transpose %172, dims = [3, 0, 4, 1, 2] : (tensor<16x8x8x1x24xf32>) -> tensor<1x16x24x8x8xf32>
    %174 = stablehlo.transpose %173, dims = [1, 2, 3, 0, 4] : (tensor<1x16x24x8x8xf32>) -> tensor<16x24x8x1x8xf32>
    %175 = stablehlo.reshape %174 : (tensor<16x24x8x1x8xf32>) -> tensor<16x24x8x8xf32>
    %176 = stablehlo.dot_general %175, %arg24, contracting_dims = [2, 3] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<8x8x64xf32>) -> tensor<16x24x64xf32>
    %177 = stablehlo.broadcast_in_dim %arg25, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %178 = stablehlo.broadcast_in_dim %177, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %179 = stablehlo.add %176, %178 : tensor<16x24x64xf32>
    %180 = stablehlo.add %124, %179 : tensor<16x24x64xf32>
    %cst_33 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %181 = stablehlo.reduce(%180 init: %cst_33) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %182 = stablehlo.broadcast_in_dim %181, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %cst_34 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %183 = stablehlo.broadcast_in_dim %cst_34, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %184 = stablehlo.divide %182, %183 : tensor<16x24x1xf32>
    %c_35 = stablehlo.constant dense<0> : tensor<i32>
    %185:5 = call @_var(%180, %c_35) : (tensor<16x24x64xf32>, tensor<i32>) -> (tensor<16x24x1xf32>, tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>)
    %186 = stablehlo.reshape %arg26 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %187 = stablehlo.reshape %arg27 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_36 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %188 = stablehlo.broadcast_in_dim %cst_36, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %189 = stablehlo.add %185#0, %188 : tensor<16x24x1xf32>
    %190 = stablehlo.rsqrt %189 : tensor<16x24x1xf32>
    %191 = stablehlo.divide %190, %189 : tensor<16x24x1xf32>
    %cst_37 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %192 = stablehlo.broadcast_in_dim %cst_37, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %193 = stablehlo.multiply %192, %191 : tensor<16x24x1xf32>
    %194 = stablehlo.broadcast_in_dim %190, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %195 = stablehlo.broadcast_in_dim %186, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %196 = stablehlo.multiply %194, %195 : tensor<16x24x64xf32>
    %197 = stablehlo.negate %184 : tensor<16x24x1xf32>
    %198 = stablehlo.broadcast_in_dim %197, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %199 = stablehlo.multiply %198, %196 : tensor<16x24x64xf32>
    %200 = stablehlo.broadcast_in_dim %187, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %201 = stablehlo.add %199, %200 : tensor<16x24x64xf32>
    %202 = stablehlo.multiply %180, %196 : tensor<16x24x64xf32>
    %203 = stablehlo.add %202, %201 : tensor<16x24x64xf32>
    %204 = stablehlo.dot_general %203, %arg28, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<64x192xf32>) -> tensor<16x24x192xf32>
    %205 = stablehlo.broadcast_in_dim %arg29, dims = [2] : (tensor<192xf32>) -> tensor<1x1x192xf32>
    %206 = stablehlo.broadcast_in_dim %205, dims = [0, 1, 2] : (tensor<1x1x192xf32>) -> tensor<16x24x192xf32>
    %207 = stablehlo.add %204, %206 : tensor<16x24x192xf32>
    %cst_38 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %208 = stablehlo.broadcast_in_dim %cst_38, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %209 = stablehlo.multiply %208, %207 : tensor<16x24x192xf32>
    %210 = stablehlo.negate %207 : tensor<16x24x192xf32>
    %cst_39 = stablehlo.constant dense<0.707106769> : tensor<f32>
    %211 = stablehlo.broadcast_in_dim %cst_39, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %212 = stablehlo.multiply %210, %211 : tensor<16x24x192xf32>
    %213 = chlo.erfc %212 : tensor<16x24x192xf32> -> tensor<16x24x192xf32>
    %214 = chlo.square %212 : tensor<16x24x192xf32> -> tensor<16x24x192xf32>
    %215 = stablehlo.negate %214 : tensor<16x24x192xf32>
    %216 = stablehlo.exponential %215 : tensor<16x24x192xf32>
    %217 = stablehlo.multiply %209, %213 : tensor<16x24x192xf32>
    %218 = stablehlo.dot_general %217, %arg30, contracting_dims = [2] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x24x192xf32>, tensor<192x64xf32>) -> tensor<16x24x64xf32>
    %219 = stablehlo.broadcast_in_dim %arg31, dims = [2] : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %220 = stablehlo.broadcast_in_dim %219, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %221 = stablehlo.add %218, %220 : tensor<16x24x64xf32>
    %222 = stablehlo.add %203, %221 : tensor<16x24x64xf32>
    %cst_40 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %223 = stablehlo.reduce(%222 init: %cst_40) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %224 = stablehlo.broadcast_in_dim %223, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %cst_41 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %225 = stablehlo.broadcast_in_dim %cst_41, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %226 = stablehlo.divide %224, %225 : tensor<16x24x1xf32>
    %c_42 = stablehlo.constant dense<0> : tensor<i32>
    %227:5 = call @_var(%222, %c_42) : (tensor<16x24x64xf32>, tensor<i32>) -> (tensor<16x24x1xf32>, tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>)
    %228 = stablehlo.reshape %arg32 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %229 = stablehlo.reshape %arg33 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_43 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %230 = stablehlo.broadcast_in_dim %cst_43, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %231 = stablehlo.add %227#0, %230 : tensor<16x24x1xf32>
    %232 = stablehlo.rsqrt %231 : tensor<16x24x1xf32>
    %233 = stablehlo.divide %232, %231 : tensor<16x24x1xf32>
    %cst_44 = stablehlo.constant dense<-5.000000e-01> : tensor<f32>
    %234 = stablehlo.broadcast_in_dim %cst_44, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %235 = stablehlo.multiply %234, %233 : tensor<16x24x1xf32>
    %236 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %237 = stablehlo.broadcast_in_dim %228, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %238 = stablehlo.multiply %236, %237 : tensor<16x24x64xf32>
    %239 = stablehlo.negate %226 : tensor<16x24x1xf32>
    %240 = stablehlo.broadcast_in_dim %239, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %241 = stablehlo.multiply %240, %238 : tensor<16x24x64xf32>
    %242 = stablehlo.broadcast_in_dim %229, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %243 = stablehlo.add %241, %242 : tensor<16x24x64xf32>
    %244 = stablehlo.multiply %222, %238 : tensor<16x24x64xf32>
    %245 = stablehlo.add %244, %243 : tensor<16x24x64xf32>
    %cst_45 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %246 = stablehlo.reduce(%245 init: %cst_45) applies stablehlo.add across dimensions = [1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x64xf32>
    %cst_46 = stablehlo.constant dense<2.400000e+01> : tensor<f32>
    %247 = stablehlo.broadcast_in_dim %cst_46, dims = [] : (tensor<f32>) -> tensor<16x64xf32>
    %248 = stablehlo.divide %246, %247 : tensor<16x64xf32>
    %249 = stablehlo.dot_general %248, %arg34, contracting_dims = [1] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x64xf32>, tensor<64x4xf32>) -> tensor<16x4xf32>
    %250 = stablehlo.broadcast_in_dim %arg35, dims = [1] : (tensor<4xf32>) -> tensor<1x4xf32>
    %251 = stablehlo.broadcast_in_dim %250, dims = [0, 1] : (tensor<1x4xf32>) -> tensor<16x4xf32>
    %252 = stablehlo.add %249, %251 : tensor<16x4xf32>
    %253 = stablehlo.convert %arg113 : (tensor<16xi32>) -> tensor<16xf32>
    %254 = stablehlo.convert %253 : (tensor<16xf32>) -> tensor<16xi32>
    %255:3 = call @log_softmax(%252) : (tensor<16x4xf32>) -> (tensor<16x4xf32>, tensor<16x4xf32>, tensor<16x1xf32>)
    %256 = call @_one_hot(%254) : (tensor<16xi32>) -> tensor<16x4xf32>
    %257 = stablehlo.multiply %256, %255#0 : tensor<16x4xf32>
    %cst_47 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %258 = stablehlo.reduce(%257 init: %cst_47) applies stablehlo.add across dimensions = [1] : (tensor<16x4xf32>, tensor<f32>) -> tensor<16xf32>
    %259 = stablehlo.negate %258 : tensor<16xf32>
    %cst_48 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %260 = stablehlo.reduce(%259 init: %cst_48) applies stablehlo.add across dimensions = [0] : (tensor<16xf32>, tensor<f32>) -> tensor<f32>
    %c_49 = stablehlo.constant dense<1> : tensor<i32>
    %261 = stablehlo.reduce(%c init: %c_49) applies stablehlo.multiply across dimensions = [0] : (tensor<1xi32>, tensor<i32>) -> tensor<i32>
    %262 = stablehlo.convert %261 : (tensor<i32>) -> tensor<f32>
    %cst_50 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %263 = stablehlo.compare EQ, %262, %cst_50, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %c_51 = stablehlo.constant dense<1> : tensor<i32>
    %264 = call @_where_1(%263, %c_51, %262) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    %cst_52 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %265 = stablehlo.compare EQ, %262, %cst_52, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %266 = stablehlo.divide %260, %264 : tensor<f32>
    %c_53 = stablehlo.constant dense<0> : tensor<i32>
    %267:2 = call @_where_2(%265, %c_53, %266) : (tensor<i1>, tensor<i32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
    %cst_54 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %268 = call @_where_3(%265, %267#1, %cst_54) : (tensor<i1>, tensor<f32>, tensor<f32>) -> tensor<f32>
    %269 = stablehlo.divide %268, %264 : tensor<f32>
    %270 = stablehlo.broadcast_in_dim %269, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %271 = stablehlo.negate %270 : tensor<16xf32>
    %272 = stablehlo.broadcast_in_dim %271, dims = [0] : (tensor<16xf32>) -> tensor<16x4xf32>
    %273 = stablehlo.multiply %256, %272 : tensor<16x4xf32>
    %274 = call @log_softmax_4(%255#1, %255#2, %273) : (tensor<16x4xf32>, tensor<16x1xf32>, tensor<16x4xf32>) -> tensor<16x4xf32>
    %cst_55 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %275 = stablehlo.reduce(%274 init: %cst_55) applies stablehlo.add across dimensions = [0] : (tensor<16x4xf32>, tensor<f32>) -> tensor<4xf32>
    %276 = stablehlo.reshape %275 : (tensor<4xf32>) -> tensor<1x4xf32>
    %cst_56 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %277 = stablehlo.reduce(%276 init: %cst_56) applies stablehlo.add across dimensions = [0] : (tensor<1x4xf32>, tensor<f32>) -> tensor<4xf32>
    %278 = stablehlo.dot_general %274, %248, contracting_dims = [0] x [0], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf32>, tensor<16x64xf32>) -> tensor<4x64xf32>
    %279 = stablehlo.transpose %278, dims = [1, 0] : (tensor<4x64xf32>) -> tensor<64x4xf32>
    %280 = stablehlo.dot_general %274, %arg34, contracting_dims = [1] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x4xf32>, tensor<64x4xf32>) -> tensor<16x64xf32>
    %cst_57 = stablehlo.constant dense<2.400000e+01> : tensor<f32>
    %281 = stablehlo.broadcast_in_dim %cst_57, dims = [] : (tensor<f32>) -> tensor<16x64xf32>
    %282 = stablehlo.divide %280, %281 : tensor<16x64xf32>
    %283 = stablehlo.broadcast_in_dim %282, dims = [0, 2] : (tensor<16x64xf32>) -> tensor<16x24x64xf32>
    %284 = stablehlo.multiply %222, %283 : tensor<16x24x64xf32>
    %285 = stablehlo.multiply %283, %238 : tensor<16x24x64xf32>
    %cst_58 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %286 = stablehlo.reduce(%283 init: %cst_58) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %287 = stablehlo.reshape %286 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %288 = stablehlo.broadcast_in_dim %239, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %289 = stablehlo.multiply %288, %283 : tensor<16x24x64xf32>
    %290 = stablehlo.add %284, %289 : tensor<16x24x64xf32>
    %291 = stablehlo.multiply %283, %238 : tensor<16x24x64xf32>
    %cst_59 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %292 = stablehlo.reduce(%291 init: %cst_59) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %293 = stablehlo.reshape %292 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %294 = stablehlo.negate %293 : tensor<16x24x1xf32>
    %295 = stablehlo.broadcast_in_dim %232, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %296 = stablehlo.multiply %295, %290 : tensor<16x24x64xf32>
    %cst_60 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %297 = stablehlo.reduce(%296 init: %cst_60) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %298 = stablehlo.reshape %297 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %299 = stablehlo.broadcast_in_dim %228, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %300 = stablehlo.multiply %290, %299 : tensor<16x24x64xf32>
    %cst_61 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %301 = stablehlo.reduce(%300 init: %cst_61) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %302 = stablehlo.reshape %301 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %303 = stablehlo.multiply %302, %235 : tensor<16x24x1xf32>
    %304 = stablehlo.reshape %287 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %305 = stablehlo.reshape %298 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %306 = call @_var_5(%227#1, %227#2, %227#3, %227#4, %303) : (tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>, tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %307 = stablehlo.add %285, %306 : tensor<16x24x64xf32>
    %cst_62 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %308 = stablehlo.broadcast_in_dim %cst_62, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %309 = stablehlo.divide %294, %308 : tensor<16x24x1xf32>
    %cst_63 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %310 = stablehlo.reduce(%309 init: %cst_63) applies stablehlo.add across dimensions = [2] : (tensor<16x24x1xf32>, tensor<f32>) -> tensor<16x24xf32>
    %311 = stablehlo.broadcast_in_dim %310, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x64xf32>
    %312 = stablehlo.add %307, %311 : tensor<16x24x64xf32>
    %cst_64 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %313 = stablehlo.reduce(%312 init: %cst_64) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %314 = stablehlo.reshape %313 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_65 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %315 = stablehlo.reduce(%314 init: %cst_65) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %316 = stablehlo.dot_general %312, %217, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<16x24x192xf32>) -> tensor<64x192xf32>
    %317 = stablehlo.transpose %316, dims = [1, 0] : (tensor<64x192xf32>) -> tensor<192x64xf32>
    %318 = stablehlo.dot_general %312, %arg30, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<192x64xf32>) -> tensor<16x24x192xf32>
    %319 = stablehlo.multiply %209, %318 : tensor<16x24x192xf32>
    %320 = stablehlo.multiply %318, %213 : tensor<16x24x192xf32>
    %cst_66 = stablehlo.constant dense<-1.12837923> : tensor<f32>
    %321 = stablehlo.broadcast_in_dim %cst_66, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %322 = stablehlo.multiply %321, %319 : tensor<16x24x192xf32>
    %323 = stablehlo.multiply %322, %216 : tensor<16x24x192xf32>
    %cst_67 = stablehlo.constant dense<0.707106769> : tensor<f32>
    %324 = stablehlo.broadcast_in_dim %cst_67, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %325 = stablehlo.multiply %323, %324 : tensor<16x24x192xf32>
    %326 = stablehlo.negate %325 : tensor<16x24x192xf32>
    %cst_68 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %327 = stablehlo.broadcast_in_dim %cst_68, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %328 = stablehlo.multiply %327, %320 : tensor<16x24x192xf32>
    %329 = stablehlo.add %326, %328 : tensor<16x24x192xf32>
    %cst_69 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %330 = stablehlo.reduce(%329 init: %cst_69) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x192xf32>, tensor<f32>) -> tensor<192xf32>
    %331 = stablehlo.reshape %330 : (tensor<192xf32>) -> tensor<1x1x192xf32>
    %cst_70 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %332 = stablehlo.reduce(%331 init: %cst_70) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x192xf32>, tensor<f32>) -> tensor<192xf32>
    %333 = stablehlo.dot_general %329, %203, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x192xf32>, tensor<16x24x64xf32>) -> tensor<192x64xf32>
    %334 = stablehlo.transpose %333, dims = [1, 0] : (tensor<192x64xf32>) -> tensor<64x192xf32>
    %335 = stablehlo.dot_general %329, %arg28, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x192xf32>, tensor<64x192xf32>) -> tensor<16x24x64xf32>
    %336 = stablehlo.add %312, %335 : tensor<16x24x64xf32>
    %337 = stablehlo.multiply %180, %336 : tensor<16x24x64xf32>
    %338 = stablehlo.multiply %336, %196 : tensor<16x24x64xf32>
    %cst_71 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %339 = stablehlo.reduce(%336 init: %cst_71) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %340 = stablehlo.reshape %339 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %341 = stablehlo.broadcast_in_dim %197, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %342 = stablehlo.multiply %341, %336 : tensor<16x24x64xf32>
    %343 = stablehlo.add %337, %342 : tensor<16x24x64xf32>
    %344 = stablehlo.multiply %336, %196 : tensor<16x24x64xf32>
    %cst_72 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %345 = stablehlo.reduce(%344 init: %cst_72) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %346 = stablehlo.reshape %345 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %347 = stablehlo.negate %346 : tensor<16x24x1xf32>
    %348 = stablehlo.broadcast_in_dim %190, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %349 = stablehlo.multiply %348, %343 : tensor<16x24x64xf32>
    %cst_73 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %350 = stablehlo.reduce(%349 init: %cst_73) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %351 = stablehlo.reshape %350 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %352 = stablehlo.broadcast_in_dim %186, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %353 = stablehlo.multiply %343, %352 : tensor<16x24x64xf32>
    %cst_74 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %354 = stablehlo.reduce(%353 init: %cst_74) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %355 = stablehlo.reshape %354 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %356 = stablehlo.multiply %355, %193 : tensor<16x24x1xf32>
    %357 = stablehlo.reshape %340 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %358 = stablehlo.reshape %351 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %359 = call @_var_5(%185#1, %185#2, %185#3, %185#4, %356) : (tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>, tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %360 = stablehlo.add %338, %359 : tensor<16x24x64xf32>
    %cst_75 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %361 = stablehlo.broadcast_in_dim %cst_75, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %362 = stablehlo.divide %347, %361 : tensor<16x24x1xf32>
    %cst_76 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %363 = stablehlo.reduce(%362 init: %cst_76) applies stablehlo.add across dimensions = [2] : (tensor<16x24x1xf32>, tensor<f32>) -> tensor<16x24xf32>
    %364 = stablehlo.broadcast_in_dim %363, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x64xf32>
    %365 = stablehlo.add %360, %364 : tensor<16x24x64xf32>
    %cst_77 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %366 = stablehlo.reduce(%365 init: %cst_77) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %367 = stablehlo.reshape %366 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_78 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %368 = stablehlo.reduce(%367 init: %cst_78) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %369 = stablehlo.dot_general %365, %175, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<16x24x8x8xf32>) -> tensor<64x8x8xf32>
    %370 = stablehlo.transpose %369, dims = [1, 2, 0] : (tensor<64x8x8xf32>) -> tensor<8x8x64xf32>
    %371 = stablehlo.dot_general %365, %arg24, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<8x8x64xf32>) -> tensor<16x24x8x8xf32>
    %372 = stablehlo.reshape %371 : (tensor<16x24x8x8xf32>) -> tensor<16x24x8x1x8xf32>
    %373 = stablehlo.transpose %372, dims = [3, 0, 1, 2, 4] : (tensor<16x24x8x1x8xf32>) -> tensor<1x16x24x8x8xf32>
    %374 = stablehlo.transpose %373, dims = [1, 3, 4, 0, 2] : (tensor<1x16x24x8x8xf32>) -> tensor<16x8x8x1x24xf32>
    %375 = stablehlo.dot_general %374, %136, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<16x8x8x1x24xf32>, tensor<16x24x8x8xf32>) -> tensor<16x8x1x24x24xf32>
    %376 = stablehlo.transpose %375, dims = [2, 0, 1, 3, 4] : (tensor<16x8x1x24x24xf32>) -> tensor<1x16x8x24x24xf32>
    %377 = stablehlo.dot_general %374, %168, batching_dims = [0, 1] x [1, 2], contracting_dims = [3, 4] x [0, 3], precision = [DEFAULT, DEFAULT] : (tensor<16x8x8x1x24xf32>, tensor<1x16x8x24x24xf32>) -> tensor<16x8x8x24xf32>
    %378 = stablehlo.transpose %377, dims = [0, 3, 1, 2] : (tensor<16x8x8x24xf32>) -> tensor<16x24x8x8xf32>
    %379 = stablehlo.broadcast_in_dim %171, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %380 = stablehlo.multiply %376, %379 : tensor<1x16x8x24x24xf32>
    %381 = stablehlo.multiply %380, %164 : tensor<1x16x8x24x24xf32>
    %cst_79 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %382 = stablehlo.reduce(%381 init: %cst_79) applies stablehlo.add across dimensions = [4] : (tensor<1x16x8x24x24xf32>, tensor<f32>) -> tensor<1x16x8x24xf32>
    %383 = stablehlo.reshape %382 : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x1xf32>
    %384 = stablehlo.negate %383 : tensor<1x16x8x24x1xf32>
    %385 = stablehlo.broadcast_in_dim %166, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %386 = stablehlo.divide %376, %385 : tensor<1x16x8x24x24xf32>
    %cst_80 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %387 = stablehlo.reduce(%384 init: %cst_80) applies stablehlo.add across dimensions = [0, 4] : (tensor<1x16x8x24x1xf32>, tensor<f32>) -> tensor<16x8x24xf32>
    %388 = stablehlo.broadcast_in_dim %387, dims = [1, 2, 3] : (tensor<16x8x24xf32>) -> tensor<1x16x8x24xf32>
    %389 = stablehlo.broadcast_in_dim %388, dims = [0, 1, 2, 3] : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x24xf32>
    %390 = stablehlo.add %386, %389 : tensor<1x16x8x24x24xf32>
    %391 = stablehlo.multiply %390, %164 : tensor<1x16x8x24x24xf32>
    %392 = stablehlo.transpose %391, dims = [1, 2, 3, 0, 4] : (tensor<1x16x8x24x24xf32>) -> tensor<16x8x24x1x24xf32>
    %cst_81 = stablehlo.constant dense<0.353553385> : tensor<f32>
    %393 = stablehlo.broadcast_in_dim %cst_81, dims = [] : (tensor<f32>) -> tensor<16x8x24x1x24xf32>
    %394 = stablehlo.multiply %392, %393 : tensor<16x8x24x1x24xf32>
    %395 = stablehlo.dot_general %394, %137, batching_dims = [0, 1] x [0, 2], contracting_dims = [2, 3] x [1, 3], precision = [DEFAULT, DEFAULT] : (tensor<16x8x24x1x24xf32>, tensor<16x24x8x1x8xf32>) -> tensor<16x8x24x8xf32>
    %396 = stablehlo.transpose %395, dims = [0, 2, 1, 3] : (tensor<16x8x24x8xf32>) -> tensor<16x24x8x8xf32>
    %397 = stablehlo.dot_general %394, %132, batching_dims = [0, 1] x [0, 2], contracting_dims = [4] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x8x24x1x24xf32>, tensor<16x24x8x8xf32>) -> tensor<16x8x24x1x8xf32>
    %398 = stablehlo.transpose %397, dims = [0, 2, 1, 3, 4] : (tensor<16x8x24x1x8xf32>) -> tensor<16x24x8x1x8xf32>
    %399 = stablehlo.reshape %398 : (tensor<16x24x8x1x8xf32>) -> tensor<16x24x8x8xf32>
    %cst_82 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %400 = stablehlo.reduce(%378 init: %cst_82) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %401 = stablehlo.reshape %400 : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %cst_83 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %402 = stablehlo.reduce(%401 init: %cst_83) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %403 = stablehlo.dot_general %378, %124, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<16x24x64xf32>) -> tensor<8x8x64xf32>
    %404 = stablehlo.transpose %403, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %405 = stablehlo.dot_general %378, %arg22, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<64x8x8xf32>) -> tensor<16x24x64xf32>
    %406 = stablehlo.add %365, %405 : tensor<16x24x64xf32>
    %cst_84 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %407 = stablehlo.reduce(%396 init: %cst_84) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %408 = stablehlo.reshape %407 : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %cst_85 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %409 = stablehlo.reduce(%408 init: %cst_85) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %410 = stablehlo.dot_general %396, %124, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<16x24x64xf32>) -> tensor<8x8x64xf32>
    %411 = stablehlo.transpose %410, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %412 = stablehlo.dot_general %396, %arg20, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<64x8x8xf32>) -> tensor<16x24x64xf32>
    %413 = stablehlo.add %406, %412 : tensor<16x24x64xf32>
    %cst_86 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %414 = stablehlo.reduce(%399 init: %cst_86) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %415 = stablehlo.reshape %414 : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %cst_87 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %416 = stablehlo.reduce(%415 init: %cst_87) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %417 = stablehlo.dot_general %399, %124, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<16x24x64xf32>) -> tensor<8x8x64xf32>
    %418 = stablehlo.transpose %417, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %419 = stablehlo.dot_general %399, %arg18, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<64x8x8xf32>) -> tensor<16x24x64xf32>
    %420 = stablehlo.add %413, %419 : tensor<16x24x64xf32>
    %421 = stablehlo.multiply %101, %420 : tensor<16x24x64xf32>
    %422 = stablehlo.multiply %420, %117 : tensor<16x24x64xf32>
    %cst_88 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %423 = stablehlo.reduce(%420 init: %cst_88) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %424 = stablehlo.reshape %423 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %425 = stablehlo.broadcast_in_dim %118, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %426 = stablehlo.multiply %425, %420 : tensor<16x24x64xf32>
    %427 = stablehlo.add %421, %426 : tensor<16x24x64xf32>
    %428 = stablehlo.multiply %420, %117 : tensor<16x24x64xf32>
    %cst_89 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %429 = stablehlo.reduce(%428 init: %cst_89) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %430 = stablehlo.reshape %429 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %431 = stablehlo.negate %430 : tensor<16x24x1xf32>
    %432 = stablehlo.broadcast_in_dim %111, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %433 = stablehlo.multiply %432, %427 : tensor<16x24x64xf32>
    %cst_90 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %434 = stablehlo.reduce(%433 init: %cst_90) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %435 = stablehlo.reshape %434 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %436 = stablehlo.broadcast_in_dim %107, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %437 = stablehlo.multiply %427, %436 : tensor<16x24x64xf32>
    %cst_91 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %438 = stablehlo.reduce(%437 init: %cst_91) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %439 = stablehlo.reshape %438 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %440 = stablehlo.multiply %439, %114 : tensor<16x24x1xf32>
    %441 = stablehlo.reshape %424 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %442 = stablehlo.reshape %435 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %443 = call @_var_5(%106#1, %106#2, %106#3, %106#4, %440) : (tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>, tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %444 = stablehlo.add %422, %443 : tensor<16x24x64xf32>
    %cst_92 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %445 = stablehlo.broadcast_in_dim %cst_92, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %446 = stablehlo.divide %431, %445 : tensor<16x24x1xf32>
    %cst_93 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %447 = stablehlo.reduce(%446 init: %cst_93) applies stablehlo.add across dimensions = [2] : (tensor<16x24x1xf32>, tensor<f32>) -> tensor<16x24xf32>
    %448 = stablehlo.broadcast_in_dim %447, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x64xf32>
    %449 = stablehlo.add %444, %448 : tensor<16x24x64xf32>
    %cst_94 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %450 = stablehlo.reduce(%449 init: %cst_94) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %451 = stablehlo.reshape %450 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_95 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %452 = stablehlo.reduce(%451 init: %cst_95) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %453 = stablehlo.dot_general %449, %96, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<16x24x192xf32>) -> tensor<64x192xf32>
    %454 = stablehlo.transpose %453, dims = [1, 0] : (tensor<64x192xf32>) -> tensor<192x64xf32>
    %455 = stablehlo.dot_general %449, %arg14, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<192x64xf32>) -> tensor<16x24x192xf32>
    %456 = stablehlo.multiply %88, %455 : tensor<16x24x192xf32>
    %457 = stablehlo.multiply %455, %92 : tensor<16x24x192xf32>
    %cst_96 = stablehlo.constant dense<-1.12837923> : tensor<f32>
    %458 = stablehlo.broadcast_in_dim %cst_96, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %459 = stablehlo.multiply %458, %456 : tensor<16x24x192xf32>
    %460 = stablehlo.multiply %459, %95 : tensor<16x24x192xf32>
    %cst_97 = stablehlo.constant dense<0.707106769> : tensor<f32>
    %461 = stablehlo.broadcast_in_dim %cst_97, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %462 = stablehlo.multiply %460, %461 : tensor<16x24x192xf32>
    %463 = stablehlo.negate %462 : tensor<16x24x192xf32>
    %cst_98 = stablehlo.constant dense<5.000000e-01> : tensor<f32>
    %464 = stablehlo.broadcast_in_dim %cst_98, dims = [] : (tensor<f32>) -> tensor<16x24x192xf32>
    %465 = stablehlo.multiply %464, %457 : tensor<16x24x192xf32>
    %466 = stablehlo.add %463, %465 : tensor<16x24x192xf32>
    %cst_99 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %467 = stablehlo.reduce(%466 init: %cst_99) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x192xf32>, tensor<f32>) -> tensor<192xf32>
    %468 = stablehlo.reshape %467 : (tensor<192xf32>) -> tensor<1x1x192xf32>
    %cst_100 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %469 = stablehlo.reduce(%468 init: %cst_100) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x192xf32>, tensor<f32>) -> tensor<192xf32>
    %470 = stablehlo.dot_general %466, %82, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x192xf32>, tensor<16x24x64xf32>) -> tensor<192x64xf32>
    %471 = stablehlo.transpose %470, dims = [1, 0] : (tensor<192x64xf32>) -> tensor<64x192xf32>
    %472 = stablehlo.dot_general %466, %arg12, contracting_dims = [2] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x192xf32>, tensor<64x192xf32>) -> tensor<16x24x64xf32>
    %473 = stablehlo.add %449, %472 : tensor<16x24x64xf32>
    %474 = stablehlo.multiply %59, %473 : tensor<16x24x64xf32>
    %475 = stablehlo.multiply %473, %75 : tensor<16x24x64xf32>
    %cst_101 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %476 = stablehlo.reduce(%473 init: %cst_101) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %477 = stablehlo.reshape %476 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %478 = stablehlo.broadcast_in_dim %76, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %479 = stablehlo.multiply %478, %473 : tensor<16x24x64xf32>
    %480 = stablehlo.add %474, %479 : tensor<16x24x64xf32>
    %481 = stablehlo.multiply %473, %75 : tensor<16x24x64xf32>
    %cst_102 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %482 = stablehlo.reduce(%481 init: %cst_102) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %483 = stablehlo.reshape %482 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %484 = stablehlo.negate %483 : tensor<16x24x1xf32>
    %485 = stablehlo.broadcast_in_dim %69, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %486 = stablehlo.multiply %485, %480 : tensor<16x24x64xf32>
    %cst_103 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %487 = stablehlo.reduce(%486 init: %cst_103) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %488 = stablehlo.reshape %487 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %489 = stablehlo.broadcast_in_dim %65, dims = [0, 1, 2] : (tensor<1x1x64xf32>) -> tensor<16x24x64xf32>
    %490 = stablehlo.multiply %480, %489 : tensor<16x24x64xf32>
    %cst_104 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %491 = stablehlo.reduce(%490 init: %cst_104) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %492 = stablehlo.reshape %491 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %493 = stablehlo.multiply %492, %72 : tensor<16x24x1xf32>
    %494 = stablehlo.reshape %477 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %495 = stablehlo.reshape %488 : (tensor<1x1x64xf32>) -> tensor<64xf32>
    %496 = call @_var_5(%64#1, %64#2, %64#3, %64#4, %493) : (tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>, tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %497 = stablehlo.add %475, %496 : tensor<16x24x64xf32>
    %cst_105 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %498 = stablehlo.broadcast_in_dim %cst_105, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %499 = stablehlo.divide %484, %498 : tensor<16x24x1xf32>
    %cst_106 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %500 = stablehlo.reduce(%499 init: %cst_106) applies stablehlo.add across dimensions = [2] : (tensor<16x24x1xf32>, tensor<f32>) -> tensor<16x24xf32>
    %501 = stablehlo.broadcast_in_dim %500, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x64xf32>
    %502 = stablehlo.add %497, %501 : tensor<16x24x64xf32>
    %cst_107 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %503 = stablehlo.reduce(%502 init: %cst_107) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<64xf32>
    %504 = stablehlo.reshape %503 : (tensor<64xf32>) -> tensor<1x1x64xf32>
    %cst_108 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %505 = stablehlo.reduce(%504 init: %cst_108) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x64xf32>, tensor<f32>) -> tensor<64xf32>
    %506 = stablehlo.dot_general %502, %54, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<16x24x8x8xf32>) -> tensor<64x8x8xf32>
    %507 = stablehlo.transpose %506, dims = [1, 2, 0] : (tensor<64x8x8xf32>) -> tensor<8x8x64xf32>
    %508 = stablehlo.dot_general %502, %arg8, contracting_dims = [2] x [2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x64xf32>, tensor<8x8x64xf32>) -> tensor<16x24x8x8xf32>
    %509 = stablehlo.reshape %508 : (tensor<16x24x8x8xf32>) -> tensor<16x24x8x1x8xf32>
    %510 = stablehlo.transpose %509, dims = [3, 0, 1, 2, 4] : (tensor<16x24x8x1x8xf32>) -> tensor<1x16x24x8x8xf32>
    %511 = stablehlo.transpose %510, dims = [1, 3, 4, 0, 2] : (tensor<1x16x24x8x8xf32>) -> tensor<16x8x8x1x24xf32>
    %512 = stablehlo.dot_general %511, %15, batching_dims = [0, 1] x [0, 2], contracting_dims = [2] x [3], precision = [DEFAULT, DEFAULT] : (tensor<16x8x8x1x24xf32>, tensor<16x24x8x8xf32>) -> tensor<16x8x1x24x24xf32>
    %513 = stablehlo.transpose %512, dims = [2, 0, 1, 3, 4] : (tensor<16x8x1x24x24xf32>) -> tensor<1x16x8x24x24xf32>
    %514 = stablehlo.dot_general %511, %47, batching_dims = [0, 1] x [1, 2], contracting_dims = [3, 4] x [0, 3], precision = [DEFAULT, DEFAULT] : (tensor<16x8x8x1x24xf32>, tensor<1x16x8x24x24xf32>) -> tensor<16x8x8x24xf32>
    %515 = stablehlo.transpose %514, dims = [0, 3, 1, 2] : (tensor<16x8x8x24xf32>) -> tensor<16x24x8x8xf32>
    %516 = stablehlo.broadcast_in_dim %50, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %517 = stablehlo.multiply %513, %516 : tensor<1x16x8x24x24xf32>
    %518 = stablehlo.multiply %517, %43 : tensor<1x16x8x24x24xf32>
    %cst_109 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %519 = stablehlo.reduce(%518 init: %cst_109) applies stablehlo.add across dimensions = [4] : (tensor<1x16x8x24x24xf32>, tensor<f32>) -> tensor<1x16x8x24xf32>
    %520 = stablehlo.reshape %519 : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x1xf32>
    %521 = stablehlo.negate %520 : tensor<1x16x8x24x1xf32>
    %522 = stablehlo.broadcast_in_dim %45, dims = [0, 1, 2, 3, 4] : (tensor<1x16x8x24x1xf32>) -> tensor<1x16x8x24x24xf32>
    %523 = stablehlo.divide %513, %522 : tensor<1x16x8x24x24xf32>
    %cst_110 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %524 = stablehlo.reduce(%521 init: %cst_110) applies stablehlo.add across dimensions = [0, 4] : (tensor<1x16x8x24x1xf32>, tensor<f32>) -> tensor<16x8x24xf32>
    %525 = stablehlo.broadcast_in_dim %524, dims = [1, 2, 3] : (tensor<16x8x24xf32>) -> tensor<1x16x8x24xf32>
    %526 = stablehlo.broadcast_in_dim %525, dims = [0, 1, 2, 3] : (tensor<1x16x8x24xf32>) -> tensor<1x16x8x24x24xf32>
    %527 = stablehlo.add %523, %526 : tensor<1x16x8x24x24xf32>
    %528 = stablehlo.multiply %527, %43 : tensor<1x16x8x24x24xf32>
    %529 = stablehlo.transpose %528, dims = [1, 2, 3, 0, 4] : (tensor<1x16x8x24x24xf32>) -> tensor<16x8x24x1x24xf32>
    %cst_111 = stablehlo.constant dense<0.353553385> : tensor<f32>
    %530 = stablehlo.broadcast_in_dim %cst_111, dims = [] : (tensor<f32>) -> tensor<16x8x24x1x24xf32>
    %531 = stablehlo.multiply %529, %530 : tensor<16x8x24x1x24xf32>
    %532 = stablehlo.dot_general %531, %16, batching_dims = [0, 1] x [0, 2], contracting_dims = [2, 3] x [1, 3], precision = [DEFAULT, DEFAULT] : (tensor<16x8x24x1x24xf32>, tensor<16x24x8x1x8xf32>) -> tensor<16x8x24x8xf32>
    %533 = stablehlo.transpose %532, dims = [0, 2, 1, 3] : (tensor<16x8x24x8xf32>) -> tensor<16x24x8x8xf32>
    %534 = stablehlo.dot_general %531, %11, batching_dims = [0, 1] x [0, 2], contracting_dims = [4] x [1], precision = [DEFAULT, DEFAULT] : (tensor<16x8x24x1x24xf32>, tensor<16x24x8x8xf32>) -> tensor<16x8x24x1x8xf32>
    %535 = stablehlo.transpose %534, dims = [0, 2, 1, 3, 4] : (tensor<16x8x24x1x8xf32>) -> tensor<16x24x8x1x8xf32>
    %536 = stablehlo.reshape %535 : (tensor<16x24x8x1x8xf32>) -> tensor<16x24x8x8xf32>
    %cst_112 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %537 = stablehlo.reduce(%515 init: %cst_112) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %538 = stablehlo.reshape %537 : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %cst_113 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %539 = stablehlo.reduce(%538 init: %cst_113) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %540 = stablehlo.dot_general %515, %3, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<16x24x64xf32>) -> tensor<8x8x64xf32>
    %541 = stablehlo.transpose %540, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %542 = stablehlo.dot_general %515, %arg6, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<64x8x8xf32>) -> tensor<16x24x64xf32>
    %543 = stablehlo.add %502, %542 : tensor<16x24x64xf32>
    %cst_114 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %544 = stablehlo.reduce(%533 init: %cst_114) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %545 = stablehlo.reshape %544 : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %cst_115 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %546 = stablehlo.reduce(%545 init: %cst_115) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %547 = stablehlo.dot_general %533, %3, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<16x24x64xf32>) -> tensor<8x8x64xf32>
    %548 = stablehlo.transpose %547, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %549 = stablehlo.dot_general %533, %arg4, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<64x8x8xf32>) -> tensor<16x24x64xf32>
    %550 = stablehlo.add %543, %549 : tensor<16x24x64xf32>
    %cst_116 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %551 = stablehlo.reduce(%536 init: %cst_116) applies stablehlo.add across dimensions = [0, 1] : (tensor<16x24x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %552 = stablehlo.reshape %551 : (tensor<8x8xf32>) -> tensor<1x1x8x8xf32>
    %cst_117 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %553 = stablehlo.reduce(%552 init: %cst_117) applies stablehlo.add across dimensions = [0, 1] : (tensor<1x1x8x8xf32>, tensor<f32>) -> tensor<8x8xf32>
    %554 = stablehlo.dot_general %536, %3, contracting_dims = [0, 1] x [0, 1], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<16x24x64xf32>) -> tensor<8x8x64xf32>
    %555 = stablehlo.transpose %554, dims = [2, 0, 1] : (tensor<8x8x64xf32>) -> tensor<64x8x8xf32>
    %556 = stablehlo.dot_general %536, %arg2, contracting_dims = [2, 3] x [1, 2], precision = [DEFAULT, DEFAULT] : (tensor<16x24x8x8xf32>, tensor<64x8x8xf32>) -> tensor<16x24x64xf32>
    %557 = stablehlo.add %550, %556 : tensor<16x24x64xf32>
    %cst_118 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %558 = stablehlo.reduce(%557 init: %cst_118) applies stablehlo.add across dimensions = [0] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<24x64xf32>
    %559 = stablehlo.reshape %558 : (tensor<24x64xf32>) -> tensor<1x24x64xf32>
    %cst_119 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %560 = stablehlo.reduce(%559 init: %cst_119) applies stablehlo.add across dimensions = [0] : (tensor<1x24x64xf32>, tensor<f32>) -> tensor<24x64xf32>
    %561 = call @_take_7(%0#1, %557) : (tensor<16x24x1xi32>, tensor<16x24x64xf32>) -> tensor<128x64xf32>
    %c_120 = stablehlo.constant dense<1> : tensor<i32>
    %562 = stablehlo.add %arg36, %c_120 : tensor<i32>
    %563 = stablehlo.convert %562 : (tensor<i32>) -> tensor<f32>
    %cst_121 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %564 = stablehlo.power %cst_121, %563 : tensor<f32>
    %cst_122 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %565 = stablehlo.power %cst_122, %563 : tensor<f32>
    %cst_123 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %566 = stablehlo.subtract %cst_123, %565 : tensor<f32>
    %567 = stablehlo.sqrt %566 : tensor<f32>
    %568 = stablehlo.multiply %arg37, %567 : tensor<f32>
    %cst_124 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %569 = stablehlo.subtract %cst_124, %564 : tensor<f32>
    %570 = stablehlo.divide %568, %569 : tensor<f32>
    %571 = stablehlo.subtract %561, %arg38 : tensor<128x64xf32>
    %cst_125 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %572 = stablehlo.broadcast_in_dim %cst_125, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %573 = stablehlo.multiply %571, %572 : tensor<128x64xf32>
    %574 = stablehlo.add %arg38, %573 : tensor<128x64xf32>
    %575 = chlo.square %561 : tensor<128x64xf32> -> tensor<128x64xf32>
    %576 = stablehlo.subtract %575, %arg39 : tensor<128x64xf32>
    %cst_126 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %577 = stablehlo.broadcast_in_dim %cst_126, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %578 = stablehlo.multiply %576, %577 : tensor<128x64xf32>
    %579 = stablehlo.add %arg39, %578 : tensor<128x64xf32>
    %580 = stablehlo.broadcast_in_dim %570, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %581 = stablehlo.multiply %574, %580 : tensor<128x64xf32>
    %582 = stablehlo.sqrt %579 : tensor<128x64xf32>
    %cst_127 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %583 = stablehlo.broadcast_in_dim %cst_127, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %584 = stablehlo.add %582, %583 : tensor<128x64xf32>
    %585 = stablehlo.divide %581, %584 : tensor<128x64xf32>
    %586 = stablehlo.subtract %arg0, %585 : tensor<128x64xf32>
    %c_128 = stablehlo.constant dense<1> : tensor<i32>
    %587 = stablehlo.add %arg36, %c_128 : tensor<i32>
    %588 = stablehlo.convert %587 : (tensor<i32>) -> tensor<f32>
    %cst_129 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %589 = stablehlo.power %cst_129, %588 : tensor<f32>
    %cst_130 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %590 = stablehlo.power %cst_130, %588 : tensor<f32>
    %cst_131 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %591 = stablehlo.subtract %cst_131, %590 : tensor<f32>
    %592 = stablehlo.sqrt %591 : tensor<f32>
    %593 = stablehlo.multiply %arg37, %592 : tensor<f32>
    %cst_132 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %594 = stablehlo.subtract %cst_132, %589 : tensor<f32>
    %595 = stablehlo.divide %593, %594 : tensor<f32>
    %596 = stablehlo.subtract %560, %arg40 : tensor<24x64xf32>
    %cst_133 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %597 = stablehlo.broadcast_in_dim %cst_133, dims = [] : (tensor<f32>) -> tensor<24x64xf32>
    %598 = stablehlo.multiply %596, %597 : tensor<24x64xf32>
    %599 = stablehlo.add %arg40, %598 : tensor<24x64xf32>
    %600 = chlo.square %560 : tensor<24x64xf32> -> tensor<24x64xf32>
    %601 = stablehlo.subtract %600, %arg41 : tensor<24x64xf32>
    %cst_134 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %602 = stablehlo.broadcast_in_dim %cst_134, dims = [] : (tensor<f32>) -> tensor<24x64xf32>
    %603 = stablehlo.multiply %601, %602 : tensor<24x64xf32>
    %604 = stablehlo.add %arg41, %603 : tensor<24x64xf32>
    %605 = stablehlo.broadcast_in_dim %595, dims = [] : (tensor<f32>) -> tensor<24x64xf32>
    %606 = stablehlo.multiply %599, %605 : tensor<24x64xf32>
    %607 = stablehlo.sqrt %604 : tensor<24x64xf32>
    %cst_135 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %608 = stablehlo.broadcast_in_dim %cst_135, dims = [] : (tensor<f32>) -> tensor<24x64xf32>
    %609 = stablehlo.add %607, %608 : tensor<24x64xf32>
    %610 = stablehlo.divide %606, %609 : tensor<24x64xf32>
    %611 = stablehlo.subtract %arg1, %610 : tensor<24x64xf32>
    %c_136 = stablehlo.constant dense<1> : tensor<i32>
    %612 = stablehlo.add %arg36, %c_136 : tensor<i32>
    %613 = stablehlo.convert %612 : (tensor<i32>) -> tensor<f32>
    %cst_137 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %614 = stablehlo.power %cst_137, %613 : tensor<f32>
    %cst_138 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %615 = stablehlo.power %cst_138, %613 : tensor<f32>
    %cst_139 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %616 = stablehlo.subtract %cst_139, %615 : tensor<f32>
    %617 = stablehlo.sqrt %616 : tensor<f32>
    %618 = stablehlo.multiply %arg37, %617 : tensor<f32>
    %cst_140 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %619 = stablehlo.subtract %cst_140, %614 : tensor<f32>
    %620 = stablehlo.divide %618, %619 : tensor<f32>
    %621 = stablehlo.subtract %555, %arg42 : tensor<64x8x8xf32>
    %cst_141 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %622 = stablehlo.broadcast_in_dim %cst_141, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %623 = stablehlo.multiply %621, %622 : tensor<64x8x8xf32>
    %624 = stablehlo.add %arg42, %623 : tensor<64x8x8xf32>
    %625 = chlo.square %555 : tensor<64x8x8xf32> -> tensor<64x8x8xf32>
    %626 = stablehlo.subtract %625, %arg43 : tensor<64x8x8xf32>
    %cst_142 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %627 = stablehlo.broadcast_in_dim %cst_142, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %628 = stablehlo.multiply %626, %627 : tensor<64x8x8xf32>
    %629 = stablehlo.add %arg43, %628 : tensor<64x8x8xf32>
    %630 = stablehlo.broadcast_in_dim %620, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %631 = stablehlo.multiply %624, %630 : tensor<64x8x8xf32>
    %632 = stablehlo.sqrt %629 : tensor<64x8x8xf32>
    %cst_143 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %633 = stablehlo.broadcast_in_dim %cst_143, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %634 = stablehlo.add %632, %633 : tensor<64x8x8xf32>
    %635 = stablehlo.divide %631, %634 : tensor<64x8x8xf32>
    %636 = stablehlo.subtract %arg2, %635 : tensor<64x8x8xf32>
    %c_144 = stablehlo.constant dense<1> : tensor<i32>
    %637 = stablehlo.add %arg36, %c_144 : tensor<i32>
    %638 = stablehlo.convert %637 : (tensor<i32>) -> tensor<f32>
    %cst_145 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %639 = stablehlo.power %cst_145, %638 : tensor<f32>
    %cst_146 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %640 = stablehlo.power %cst_146, %638 : tensor<f32>
    %cst_147 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %641 = stablehlo.subtract %cst_147, %640 : tensor<f32>
    %642 = stablehlo.sqrt %641 : tensor<f32>
    %643 = stablehlo.multiply %arg37, %642 : tensor<f32>
    %cst_148 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %644 = stablehlo.subtract %cst_148, %639 : tensor<f32>
    %645 = stablehlo.divide %643, %644 : tensor<f32>
    %646 = stablehlo.subtract %553, %arg44 : tensor<8x8xf32>
    %cst_149 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %647 = stablehlo.broadcast_in_dim %cst_149, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %648 = stablehlo.multiply %646, %647 : tensor<8x8xf32>
    %649 = stablehlo.add %arg44, %648 : tensor<8x8xf32>
    %650 = chlo.square %553 : tensor<8x8xf32> -> tensor<8x8xf32>
    %651 = stablehlo.subtract %650, %arg45 : tensor<8x8xf32>
    %cst_150 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %652 = stablehlo.broadcast_in_dim %cst_150, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %653 = stablehlo.multiply %651, %652 : tensor<8x8xf32>
    %654 = stablehlo.add %arg45, %653 : tensor<8x8xf32>
    %655 = stablehlo.broadcast_in_dim %645, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %656 = stablehlo.multiply %649, %655 : tensor<8x8xf32>
    %657 = stablehlo.sqrt %654 : tensor<8x8xf32>
    %cst_151 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %658 = stablehlo.broadcast_in_dim %cst_151, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %659 = stablehlo.add %657, %658 : tensor<8x8xf32>
    %660 = stablehlo.divide %656, %659 : tensor<8x8xf32>
    %661 = stablehlo.subtract %arg3, %660 : tensor<8x8xf32>
    %c_152 = stablehlo.constant dense<1> : tensor<i32>
    %662 = stablehlo.add %arg36, %c_152 : tensor<i32>
    %663 = stablehlo.convert %662 : (tensor<i32>) -> tensor<f32>
    %cst_153 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %664 = stablehlo.power %cst_153, %663 : tensor<f32>
    %cst_154 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %665 = stablehlo.power %cst_154, %663 : tensor<f32>
    %cst_155 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %666 = stablehlo.subtract %cst_155, %665 : tensor<f32>
    %667 = stablehlo.sqrt %666 : tensor<f32>
    %668 = stablehlo.multiply %arg37, %667 : tensor<f32>
    %cst_156 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %669 = stablehlo.subtract %cst_156, %664 : tensor<f32>
    %670 = stablehlo.divide %668, %669 : tensor<f32>
    %671 = stablehlo.subtract %548, %arg46 : tensor<64x8x8xf32>
    %cst_157 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %672 = stablehlo.broadcast_in_dim %cst_157, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %673 = stablehlo.multiply %671, %672 : tensor<64x8x8xf32>
    %674 = stablehlo.add %arg46, %673 : tensor<64x8x8xf32>
    %675 = chlo.square %548 : tensor<64x8x8xf32> -> tensor<64x8x8xf32>
    %676 = stablehlo.subtract %675, %arg47 : tensor<64x8x8xf32>
    %cst_158 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %677 = stablehlo.broadcast_in_dim %cst_158, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %678 = stablehlo.multiply %676, %677 : tensor<64x8x8xf32>
    %679 = stablehlo.add %arg47, %678 : tensor<64x8x8xf32>
    %680 = stablehlo.broadcast_in_dim %670, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %681 = stablehlo.multiply %674, %680 : tensor<64x8x8xf32>
    %682 = stablehlo.sqrt %679 : tensor<64x8x8xf32>
    %cst_159 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %683 = stablehlo.broadcast_in_dim %cst_159, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %684 = stablehlo.add %682, %683 : tensor<64x8x8xf32>
    %685 = stablehlo.divide %681, %684 : tensor<64x8x8xf32>
    %686 = stablehlo.subtract %arg4, %685 : tensor<64x8x8xf32>
    %c_160 = stablehlo.constant dense<1> : tensor<i32>
    %687 = stablehlo.add %arg36, %c_160 : tensor<i32>
    %688 = stablehlo.convert %687 : (tensor<i32>) -> tensor<f32>
    %cst_161 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %689 = stablehlo.power %cst_161, %688 : tensor<f32>
    %cst_162 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %690 = stablehlo.power %cst_162, %688 : tensor<f32>
    %cst_163 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %691 = stablehlo.subtract %cst_163, %690 : tensor<f32>
    %692 = stablehlo.sqrt %691 : tensor<f32>
    %693 = stablehlo.multiply %arg37, %692 : tensor<f32>
    %cst_164 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %694 = stablehlo.subtract %cst_164, %689 : tensor<f32>
    %695 = stablehlo.divide %693, %694 : tensor<f32>
    %696 = stablehlo.subtract %546, %arg48 : tensor<8x8xf32>
    %cst_165 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %697 = stablehlo.broadcast_in_dim %cst_165, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %698 = stablehlo.multiply %696, %697 : tensor<8x8xf32>
    %699 = stablehlo.add %arg48, %698 : tensor<8x8xf32>
    %700 = chlo.square %546 : tensor<8x8xf32> -> tensor<8x8xf32>
    %701 = stablehlo.subtract %700, %arg49 : tensor<8x8xf32>
    %cst_166 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %702 = stablehlo.broadcast_in_dim %cst_166, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %703 = stablehlo.multiply %701, %702 : tensor<8x8xf32>
    %704 = stablehlo.add %arg49, %703 : tensor<8x8xf32>
    %705 = stablehlo.broadcast_in_dim %695, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %706 = stablehlo.multiply %699, %705 : tensor<8x8xf32>
    %707 = stablehlo.sqrt %704 : tensor<8x8xf32>
    %cst_167 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %708 = stablehlo.broadcast_in_dim %cst_167, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %709 = stablehlo.add %707, %708 : tensor<8x8xf32>
    %710 = stablehlo.divide %706, %709 : tensor<8x8xf32>
    %711 = stablehlo.subtract %arg5, %710 : tensor<8x8xf32>
    %c_168 = stablehlo.constant dense<1> : tensor<i32>
    %712 = stablehlo.add %arg36, %c_168 : tensor<i32>
    %713 = stablehlo.convert %712 : (tensor<i32>) -> tensor<f32>
    %cst_169 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %714 = stablehlo.power %cst_169, %713 : tensor<f32>
    %cst_170 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %715 = stablehlo.power %cst_170, %713 : tensor<f32>
    %cst_171 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %716 = stablehlo.subtract %cst_171, %715 : tensor<f32>
    %717 = stablehlo.sqrt %716 : tensor<f32>
    %718 = stablehlo.multiply %arg37, %717 : tensor<f32>
    %cst_172 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %719 = stablehlo.subtract %cst_172, %714 : tensor<f32>
    %720 = stablehlo.divide %718, %719 : tensor<f32>
    %721 = stablehlo.subtract %541, %arg50 : tensor<64x8x8xf32>
    %cst_173 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %722 = stablehlo.broadcast_in_dim %cst_173, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %723 = stablehlo.multiply %721, %722 : tensor<64x8x8xf32>
    %724 = stablehlo.add %arg50, %723 : tensor<64x8x8xf32>
    %725 = chlo.square %541 : tensor<64x8x8xf32> -> tensor<64x8x8xf32>
    %726 = stablehlo.subtract %725, %arg51 : tensor<64x8x8xf32>
    %cst_174 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %727 = stablehlo.broadcast_in_dim %cst_174, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %728 = stablehlo.multiply %726, %727 : tensor<64x8x8xf32>
    %729 = stablehlo.add %arg51, %728 : tensor<64x8x8xf32>
    %730 = stablehlo.broadcast_in_dim %720, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %731 = stablehlo.multiply %724, %730 : tensor<64x8x8xf32>
    %732 = stablehlo.sqrt %729 : tensor<64x8x8xf32>
    %cst_175 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %733 = stablehlo.broadcast_in_dim %cst_175, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %734 = stablehlo.add %732, %733 : tensor<64x8x8xf32>
    %735 = stablehlo.divide %731, %734 : tensor<64x8x8xf32>
    %736 = stablehlo.subtract %arg6, %735 : tensor<64x8x8xf32>
    %c_176 = stablehlo.constant dense<1> : tensor<i32>
    %737 = stablehlo.add %arg36, %c_176 : tensor<i32>
    %738 = stablehlo.convert %737 : (tensor<i32>) -> tensor<f32>
    %cst_177 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %739 = stablehlo.power %cst_177, %738 : tensor<f32>
    %cst_178 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %740 = stablehlo.power %cst_178, %738 : tensor<f32>
    %cst_179 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %741 = stablehlo.subtract %cst_179, %740 : tensor<f32>
    %742 = stablehlo.sqrt %741 : tensor<f32>
    %743 = stablehlo.multiply %arg37, %742 : tensor<f32>
    %cst_180 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %744 = stablehlo.subtract %cst_180, %739 : tensor<f32>
    %745 = stablehlo.divide %743, %744 : tensor<f32>
    %746 = stablehlo.subtract %539, %arg52 : tensor<8x8xf32>
    %cst_181 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %747 = stablehlo.broadcast_in_dim %cst_181, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %748 = stablehlo.multiply %746, %747 : tensor<8x8xf32>
    %749 = stablehlo.add %arg52, %748 : tensor<8x8xf32>
    %750 = chlo.square %539 : tensor<8x8xf32> -> tensor<8x8xf32>
    %751 = stablehlo.subtract %750, %arg53 : tensor<8x8xf32>
    %cst_182 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %752 = stablehlo.broadcast_in_dim %cst_182, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %753 = stablehlo.multiply %751, %752 : tensor<8x8xf32>
    %754 = stablehlo.add %arg53, %753 : tensor<8x8xf32>
    %755 = stablehlo.broadcast_in_dim %745, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %756 = stablehlo.multiply %749, %755 : tensor<8x8xf32>
    %757 = stablehlo.sqrt %754 : tensor<8x8xf32>
    %cst_183 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %758 = stablehlo.broadcast_in_dim %cst_183, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %759 = stablehlo.add %757, %758 : tensor<8x8xf32>
    %760 = stablehlo.divide %756, %759 : tensor<8x8xf32>
    %761 = stablehlo.subtract %arg7, %760 : tensor<8x8xf32>
    %c_184 = stablehlo.constant dense<1> : tensor<i32>
    %762 = stablehlo.add %arg36, %c_184 : tensor<i32>
    %763 = stablehlo.convert %762 : (tensor<i32>) -> tensor<f32>
    %cst_185 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %764 = stablehlo.power %cst_185, %763 : tensor<f32>
    %cst_186 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %765 = stablehlo.power %cst_186, %763 : tensor<f32>
    %cst_187 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %766 = stablehlo.subtract %cst_187, %765 : tensor<f32>
    %767 = stablehlo.sqrt %766 : tensor<f32>
    %768 = stablehlo.multiply %arg37, %767 : tensor<f32>
    %cst_188 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %769 = stablehlo.subtract %cst_188, %764 : tensor<f32>
    %770 = stablehlo.divide %768, %769 : tensor<f32>
    %771 = stablehlo.subtract %507, %arg54 : tensor<8x8x64xf32>
    %cst_189 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %772 = stablehlo.broadcast_in_dim %cst_189, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %773 = stablehlo.multiply %771, %772 : tensor<8x8x64xf32>
    %774 = stablehlo.add %arg54, %773 : tensor<8x8x64xf32>
    %775 = chlo.square %507 : tensor<8x8x64xf32> -> tensor<8x8x64xf32>
    %776 = stablehlo.subtract %775, %arg55 : tensor<8x8x64xf32>
    %cst_190 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %777 = stablehlo.broadcast_in_dim %cst_190, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %778 = stablehlo.multiply %776, %777 : tensor<8x8x64xf32>
    %779 = stablehlo.add %arg55, %778 : tensor<8x8x64xf32>
    %780 = stablehlo.broadcast_in_dim %770, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %781 = stablehlo.multiply %774, %780 : tensor<8x8x64xf32>
    %782 = stablehlo.sqrt %779 : tensor<8x8x64xf32>
    %cst_191 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %783 = stablehlo.broadcast_in_dim %cst_191, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %784 = stablehlo.add %782, %783 : tensor<8x8x64xf32>
    %785 = stablehlo.divide %781, %784 : tensor<8x8x64xf32>
    %786 = stablehlo.subtract %arg8, %785 : tensor<8x8x64xf32>
    %c_192 = stablehlo.constant dense<1> : tensor<i32>
    %787 = stablehlo.add %arg36, %c_192 : tensor<i32>
    %788 = stablehlo.convert %787 : (tensor<i32>) -> tensor<f32>
    %cst_193 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %789 = stablehlo.power %cst_193, %788 : tensor<f32>
    %cst_194 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %790 = stablehlo.power %cst_194, %788 : tensor<f32>
    %cst_195 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %791 = stablehlo.subtract %cst_195, %790 : tensor<f32>
    %792 = stablehlo.sqrt %791 : tensor<f32>
    %793 = stablehlo.multiply %arg37, %792 : tensor<f32>
    %cst_196 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %794 = stablehlo.subtract %cst_196, %789 : tensor<f32>
    %795 = stablehlo.divide %793, %794 : tensor<f32>
    %796 = stablehlo.subtract %505, %arg56 : tensor<64xf32>
    %cst_197 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %797 = stablehlo.broadcast_in_dim %cst_197, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %798 = stablehlo.multiply %796, %797 : tensor<64xf32>
    %799 = stablehlo.add %arg56, %798 : tensor<64xf32>
    %800 = chlo.square %505 : tensor<64xf32> -> tensor<64xf32>
    %801 = stablehlo.subtract %800, %arg57 : tensor<64xf32>
    %cst_198 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %802 = stablehlo.broadcast_in_dim %cst_198, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %803 = stablehlo.multiply %801, %802 : tensor<64xf32>
    %804 = stablehlo.add %arg57, %803 : tensor<64xf32>
    %805 = stablehlo.broadcast_in_dim %795, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %806 = stablehlo.multiply %799, %805 : tensor<64xf32>
    %807 = stablehlo.sqrt %804 : tensor<64xf32>
    %cst_199 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %808 = stablehlo.broadcast_in_dim %cst_199, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %809 = stablehlo.add %807, %808 : tensor<64xf32>
    %810 = stablehlo.divide %806, %809 : tensor<64xf32>
    %811 = stablehlo.subtract %arg9, %810 : tensor<64xf32>
    %c_200 = stablehlo.constant dense<1> : tensor<i32>
    %812 = stablehlo.add %arg36, %c_200 : tensor<i32>
    %813 = stablehlo.convert %812 : (tensor<i32>) -> tensor<f32>
    %cst_201 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %814 = stablehlo.power %cst_201, %813 : tensor<f32>
    %cst_202 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %815 = stablehlo.power %cst_202, %813 : tensor<f32>
    %cst_203 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %816 = stablehlo.subtract %cst_203, %815 : tensor<f32>
    %817 = stablehlo.sqrt %816 : tensor<f32>
    %818 = stablehlo.multiply %arg37, %817 : tensor<f32>
    %cst_204 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %819 = stablehlo.subtract %cst_204, %814 : tensor<f32>
    %820 = stablehlo.divide %818, %819 : tensor<f32>
    %821 = stablehlo.subtract %495, %arg58 : tensor<64xf32>
    %cst_205 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %822 = stablehlo.broadcast_in_dim %cst_205, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %823 = stablehlo.multiply %821, %822 : tensor<64xf32>
    %824 = stablehlo.add %arg58, %823 : tensor<64xf32>
    %825 = chlo.square %495 : tensor<64xf32> -> tensor<64xf32>
    %826 = stablehlo.subtract %825, %arg59 : tensor<64xf32>
    %cst_206 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %827 = stablehlo.broadcast_in_dim %cst_206, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %828 = stablehlo.multiply %826, %827 : tensor<64xf32>
    %829 = stablehlo.add %arg59, %828 : tensor<64xf32>
    %830 = stablehlo.broadcast_in_dim %820, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %831 = stablehlo.multiply %824, %830 : tensor<64xf32>
    %832 = stablehlo.sqrt %829 : tensor<64xf32>
    %cst_207 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %833 = stablehlo.broadcast_in_dim %cst_207, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %834 = stablehlo.add %832, %833 : tensor<64xf32>
    %835 = stablehlo.divide %831, %834 : tensor<64xf32>
    %836 = stablehlo.subtract %arg10, %835 : tensor<64xf32>
    %c_208 = stablehlo.constant dense<1> : tensor<i32>
    %837 = stablehlo.add %arg36, %c_208 : tensor<i32>
    %838 = stablehlo.convert %837 : (tensor<i32>) -> tensor<f32>
    %cst_209 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %839 = stablehlo.power %cst_209, %838 : tensor<f32>
    %cst_210 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %840 = stablehlo.power %cst_210, %838 : tensor<f32>
    %cst_211 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %841 = stablehlo.subtract %cst_211, %840 : tensor<f32>
    %842 = stablehlo.sqrt %841 : tensor<f32>
    %843 = stablehlo.multiply %arg37, %842 : tensor<f32>
    %cst_212 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %844 = stablehlo.subtract %cst_212, %839 : tensor<f32>
    %845 = stablehlo.divide %843, %844 : tensor<f32>
    %846 = stablehlo.subtract %494, %arg60 : tensor<64xf32>
    %cst_213 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %847 = stablehlo.broadcast_in_dim %cst_213, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %848 = stablehlo.multiply %846, %847 : tensor<64xf32>
    %849 = stablehlo.add %arg60, %848 : tensor<64xf32>
    %850 = chlo.square %494 : tensor<64xf32> -> tensor<64xf32>
    %851 = stablehlo.subtract %850, %arg61 : tensor<64xf32>
    %cst_214 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %852 = stablehlo.broadcast_in_dim %cst_214, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %853 = stablehlo.multiply %851, %852 : tensor<64xf32>
    %854 = stablehlo.add %arg61, %853 : tensor<64xf32>
    %855 = stablehlo.broadcast_in_dim %845, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %856 = stablehlo.multiply %849, %855 : tensor<64xf32>
    %857 = stablehlo.sqrt %854 : tensor<64xf32>
    %cst_215 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %858 = stablehlo.broadcast_in_dim %cst_215, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %859 = stablehlo.add %857, %858 : tensor<64xf32>
    %860 = stablehlo.divide %856, %859 : tensor<64xf32>
    %861 = stablehlo.subtract %arg11, %860 : tensor<64xf32>
    %c_216 = stablehlo.constant dense<1> : tensor<i32>
    %862 = stablehlo.add %arg36, %c_216 : tensor<i32>
    %863 = stablehlo.convert %862 : (tensor<i32>) -> tensor<f32>
    %cst_217 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %864 = stablehlo.power %cst_217, %863 : tensor<f32>
    %cst_218 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %865 = stablehlo.power %cst_218, %863 : tensor<f32>
    %cst_219 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %866 = stablehlo.subtract %cst_219, %865 : tensor<f32>
    %867 = stablehlo.sqrt %866 : tensor<f32>
    %868 = stablehlo.multiply %arg37, %867 : tensor<f32>
    %cst_220 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %869 = stablehlo.subtract %cst_220, %864 : tensor<f32>
    %870 = stablehlo.divide %868, %869 : tensor<f32>
    %871 = stablehlo.subtract %471, %arg62 : tensor<64x192xf32>
    %cst_221 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %872 = stablehlo.broadcast_in_dim %cst_221, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %873 = stablehlo.multiply %871, %872 : tensor<64x192xf32>
    %874 = stablehlo.add %arg62, %873 : tensor<64x192xf32>
    %875 = chlo.square %471 : tensor<64x192xf32> -> tensor<64x192xf32>
    %876 = stablehlo.subtract %875, %arg63 : tensor<64x192xf32>
    %cst_222 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %877 = stablehlo.broadcast_in_dim %cst_222, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %878 = stablehlo.multiply %876, %877 : tensor<64x192xf32>
    %879 = stablehlo.add %arg63, %878 : tensor<64x192xf32>
    %880 = stablehlo.broadcast_in_dim %870, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %881 = stablehlo.multiply %874, %880 : tensor<64x192xf32>
    %882 = stablehlo.sqrt %879 : tensor<64x192xf32>
    %cst_223 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %883 = stablehlo.broadcast_in_dim %cst_223, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %884 = stablehlo.add %882, %883 : tensor<64x192xf32>
    %885 = stablehlo.divide %881, %884 : tensor<64x192xf32>
    %886 = stablehlo.subtract %arg12, %885 : tensor<64x192xf32>
    %c_224 = stablehlo.constant dense<1> : tensor<i32>
    %887 = stablehlo.add %arg36, %c_224 : tensor<i32>
    %888 = stablehlo.convert %887 : (tensor<i32>) -> tensor<f32>
    %cst_225 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %889 = stablehlo.power %cst_225, %888 : tensor<f32>
    %cst_226 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %890 = stablehlo.power %cst_226, %888 : tensor<f32>
    %cst_227 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %891 = stablehlo.subtract %cst_227, %890 : tensor<f32>
    %892 = stablehlo.sqrt %891 : tensor<f32>
    %893 = stablehlo.multiply %arg37, %892 : tensor<f32>
    %cst_228 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %894 = stablehlo.subtract %cst_228, %889 : tensor<f32>
    %895 = stablehlo.divide %893, %894 : tensor<f32>
    %896 = stablehlo.subtract %469, %arg64 : tensor<192xf32>
    %cst_229 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %897 = stablehlo.broadcast_in_dim %cst_229, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %898 = stablehlo.multiply %896, %897 : tensor<192xf32>
    %899 = stablehlo.add %arg64, %898 : tensor<192xf32>
    %900 = chlo.square %469 : tensor<192xf32> -> tensor<192xf32>
    %901 = stablehlo.subtract %900, %arg65 : tensor<192xf32>
    %cst_230 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %902 = stablehlo.broadcast_in_dim %cst_230, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %903 = stablehlo.multiply %901, %902 : tensor<192xf32>
    %904 = stablehlo.add %arg65, %903 : tensor<192xf32>
    %905 = stablehlo.broadcast_in_dim %895, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %906 = stablehlo.multiply %899, %905 : tensor<192xf32>
    %907 = stablehlo.sqrt %904 : tensor<192xf32>
    %cst_231 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %908 = stablehlo.broadcast_in_dim %cst_231, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %909 = stablehlo.add %907, %908 : tensor<192xf32>
    %910 = stablehlo.divide %906, %909 : tensor<192xf32>
    %911 = stablehlo.subtract %arg13, %910 : tensor<192xf32>
    %c_232 = stablehlo.constant dense<1> : tensor<i32>
    %912 = stablehlo.add %arg36, %c_232 : tensor<i32>
    %913 = stablehlo.convert %912 : (tensor<i32>) -> tensor<f32>
    %cst_233 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %914 = stablehlo.power %cst_233, %913 : tensor<f32>
    %cst_234 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %915 = stablehlo.power %cst_234, %913 : tensor<f32>
    %cst_235 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %916 = stablehlo.subtract %cst_235, %915 : tensor<f32>
    %917 = stablehlo.sqrt %916 : tensor<f32>
    %918 = stablehlo.multiply %arg37, %917 : tensor<f32>
    %cst_236 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %919 = stablehlo.subtract %cst_236, %914 : tensor<f32>
    %920 = stablehlo.divide %918, %919 : tensor<f32>
    %921 = stablehlo.subtract %454, %arg66 : tensor<192x64xf32>
    %cst_237 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %922 = stablehlo.broadcast_in_dim %cst_237, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %923 = stablehlo.multiply %921, %922 : tensor<192x64xf32>
    %924 = stablehlo.add %arg66, %923 : tensor<192x64xf32>
    %925 = chlo.square %454 : tensor<192x64xf32> -> tensor<192x64xf32>
    %926 = stablehlo.subtract %925, %arg67 : tensor<192x64xf32>
    %cst_238 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %927 = stablehlo.broadcast_in_dim %cst_238, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %928 = stablehlo.multiply %926, %927 : tensor<192x64xf32>
    %929 = stablehlo.add %arg67, %928 : tensor<192x64xf32>
    %930 = stablehlo.broadcast_in_dim %920, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %931 = stablehlo.multiply %924, %930 : tensor<192x64xf32>
    %932 = stablehlo.sqrt %929 : tensor<192x64xf32>
    %cst_239 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %933 = stablehlo.broadcast_in_dim %cst_239, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %934 = stablehlo.add %932, %933 : tensor<192x64xf32>
    %935 = stablehlo.divide %931, %934 : tensor<192x64xf32>
    %936 = stablehlo.subtract %arg14, %935 : tensor<192x64xf32>
    %c_240 = stablehlo.constant dense<1> : tensor<i32>
    %937 = stablehlo.add %arg36, %c_240 : tensor<i32>
    %938 = stablehlo.convert %937 : (tensor<i32>) -> tensor<f32>
    %cst_241 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %939 = stablehlo.power %cst_241, %938 : tensor<f32>
    %cst_242 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %940 = stablehlo.power %cst_242, %938 : tensor<f32>
    %cst_243 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %941 = stablehlo.subtract %cst_243, %940 : tensor<f32>
    %942 = stablehlo.sqrt %941 : tensor<f32>
    %943 = stablehlo.multiply %arg37, %942 : tensor<f32>
    %cst_244 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %944 = stablehlo.subtract %cst_244, %939 : tensor<f32>
    %945 = stablehlo.divide %943, %944 : tensor<f32>
    %946 = stablehlo.subtract %452, %arg68 : tensor<64xf32>
    %cst_245 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %947 = stablehlo.broadcast_in_dim %cst_245, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %948 = stablehlo.multiply %946, %947 : tensor<64xf32>
    %949 = stablehlo.add %arg68, %948 : tensor<64xf32>
    %950 = chlo.square %452 : tensor<64xf32> -> tensor<64xf32>
    %951 = stablehlo.subtract %950, %arg69 : tensor<64xf32>
    %cst_246 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %952 = stablehlo.broadcast_in_dim %cst_246, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %953 = stablehlo.multiply %951, %952 : tensor<64xf32>
    %954 = stablehlo.add %arg69, %953 : tensor<64xf32>
    %955 = stablehlo.broadcast_in_dim %945, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %956 = stablehlo.multiply %949, %955 : tensor<64xf32>
    %957 = stablehlo.sqrt %954 : tensor<64xf32>
    %cst_247 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %958 = stablehlo.broadcast_in_dim %cst_247, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %959 = stablehlo.add %957, %958 : tensor<64xf32>
    %960 = stablehlo.divide %956, %959 : tensor<64xf32>
    %961 = stablehlo.subtract %arg15, %960 : tensor<64xf32>
    %c_248 = stablehlo.constant dense<1> : tensor<i32>
    %962 = stablehlo.add %arg36, %c_248 : tensor<i32>
    %963 = stablehlo.convert %962 : (tensor<i32>) -> tensor<f32>
    %cst_249 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %964 = stablehlo.power %cst_249, %963 : tensor<f32>
    %cst_250 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %965 = stablehlo.power %cst_250, %963 : tensor<f32>
    %cst_251 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %966 = stablehlo.subtract %cst_251, %965 : tensor<f32>
    %967 = stablehlo.sqrt %966 : tensor<f32>
    %968 = stablehlo.multiply %arg37, %967 : tensor<f32>
    %cst_252 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %969 = stablehlo.subtract %cst_252, %964 : tensor<f32>
    %970 = stablehlo.divide %968, %969 : tensor<f32>
    %971 = stablehlo.subtract %442, %arg70 : tensor<64xf32>
    %cst_253 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %972 = stablehlo.broadcast_in_dim %cst_253, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %973 = stablehlo.multiply %971, %972 : tensor<64xf32>
    %974 = stablehlo.add %arg70, %973 : tensor<64xf32>
    %975 = chlo.square %442 : tensor<64xf32> -> tensor<64xf32>
    %976 = stablehlo.subtract %975, %arg71 : tensor<64xf32>
    %cst_254 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %977 = stablehlo.broadcast_in_dim %cst_254, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %978 = stablehlo.multiply %976, %977 : tensor<64xf32>
    %979 = stablehlo.add %arg71, %978 : tensor<64xf32>
    %980 = stablehlo.broadcast_in_dim %970, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %981 = stablehlo.multiply %974, %980 : tensor<64xf32>
    %982 = stablehlo.sqrt %979 : tensor<64xf32>
    %cst_255 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %983 = stablehlo.broadcast_in_dim %cst_255, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %984 = stablehlo.add %982, %983 : tensor<64xf32>
    %985 = stablehlo.divide %981, %984 : tensor<64xf32>
    %986 = stablehlo.subtract %arg16, %985 : tensor<64xf32>
    %c_256 = stablehlo.constant dense<1> : tensor<i32>
    %987 = stablehlo.add %arg36, %c_256 : tensor<i32>
    %988 = stablehlo.convert %987 : (tensor<i32>) -> tensor<f32>
    %cst_257 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %989 = stablehlo.power %cst_257, %988 : tensor<f32>
    %cst_258 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %990 = stablehlo.power %cst_258, %988 : tensor<f32>
    %cst_259 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %991 = stablehlo.subtract %cst_259, %990 : tensor<f32>
    %992 = stablehlo.sqrt %991 : tensor<f32>
    %993 = stablehlo.multiply %arg37, %992 : tensor<f32>
    %cst_260 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %994 = stablehlo.subtract %cst_260, %989 : tensor<f32>
    %995 = stablehlo.divide %993, %994 : tensor<f32>
    %996 = stablehlo.subtract %441, %arg72 : tensor<64xf32>
    %cst_261 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %997 = stablehlo.broadcast_in_dim %cst_261, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %998 = stablehlo.multiply %996, %997 : tensor<64xf32>
    %999 = stablehlo.add %arg72, %998 : tensor<64xf32>
    %1000 = chlo.square %441 : tensor<64xf32> -> tensor<64xf32>
    %1001 = stablehlo.subtract %1000, %arg73 : tensor<64xf32>
    %cst_262 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1002 = stablehlo.broadcast_in_dim %cst_262, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1003 = stablehlo.multiply %1001, %1002 : tensor<64xf32>
    %1004 = stablehlo.add %arg73, %1003 : tensor<64xf32>
    %1005 = stablehlo.broadcast_in_dim %995, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1006 = stablehlo.multiply %999, %1005 : tensor<64xf32>
    %1007 = stablehlo.sqrt %1004 : tensor<64xf32>
    %cst_263 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1008 = stablehlo.broadcast_in_dim %cst_263, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1009 = stablehlo.add %1007, %1008 : tensor<64xf32>
    %1010 = stablehlo.divide %1006, %1009 : tensor<64xf32>
    %1011 = stablehlo.subtract %arg17, %1010 : tensor<64xf32>
    %c_264 = stablehlo.constant dense<1> : tensor<i32>
    %1012 = stablehlo.add %arg36, %c_264 : tensor<i32>
    %1013 = stablehlo.convert %1012 : (tensor<i32>) -> tensor<f32>
    %cst_265 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1014 = stablehlo.power %cst_265, %1013 : tensor<f32>
    %cst_266 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1015 = stablehlo.power %cst_266, %1013 : tensor<f32>
    %cst_267 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1016 = stablehlo.subtract %cst_267, %1015 : tensor<f32>
    %1017 = stablehlo.sqrt %1016 : tensor<f32>
    %1018 = stablehlo.multiply %arg37, %1017 : tensor<f32>
    %cst_268 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1019 = stablehlo.subtract %cst_268, %1014 : tensor<f32>
    %1020 = stablehlo.divide %1018, %1019 : tensor<f32>
    %1021 = stablehlo.subtract %418, %arg74 : tensor<64x8x8xf32>
    %cst_269 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1022 = stablehlo.broadcast_in_dim %cst_269, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1023 = stablehlo.multiply %1021, %1022 : tensor<64x8x8xf32>
    %1024 = stablehlo.add %arg74, %1023 : tensor<64x8x8xf32>
    %1025 = chlo.square %418 : tensor<64x8x8xf32> -> tensor<64x8x8xf32>
    %1026 = stablehlo.subtract %1025, %arg75 : tensor<64x8x8xf32>
    %cst_270 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1027 = stablehlo.broadcast_in_dim %cst_270, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1028 = stablehlo.multiply %1026, %1027 : tensor<64x8x8xf32>
    %1029 = stablehlo.add %arg75, %1028 : tensor<64x8x8xf32>
    %1030 = stablehlo.broadcast_in_dim %1020, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1031 = stablehlo.multiply %1024, %1030 : tensor<64x8x8xf32>
    %1032 = stablehlo.sqrt %1029 : tensor<64x8x8xf32>
    %cst_271 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1033 = stablehlo.broadcast_in_dim %cst_271, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1034 = stablehlo.add %1032, %1033 : tensor<64x8x8xf32>
    %1035 = stablehlo.divide %1031, %1034 : tensor<64x8x8xf32>
    %1036 = stablehlo.subtract %arg18, %1035 : tensor<64x8x8xf32>
    %c_272 = stablehlo.constant dense<1> : tensor<i32>
    %1037 = stablehlo.add %arg36, %c_272 : tensor<i32>
    %1038 = stablehlo.convert %1037 : (tensor<i32>) -> tensor<f32>
    %cst_273 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1039 = stablehlo.power %cst_273, %1038 : tensor<f32>
    %cst_274 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1040 = stablehlo.power %cst_274, %1038 : tensor<f32>
    %cst_275 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1041 = stablehlo.subtract %cst_275, %1040 : tensor<f32>
    %1042 = stablehlo.sqrt %1041 : tensor<f32>
    %1043 = stablehlo.multiply %arg37, %1042 : tensor<f32>
    %cst_276 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1044 = stablehlo.subtract %cst_276, %1039 : tensor<f32>
    %1045 = stablehlo.divide %1043, %1044 : tensor<f32>
    %1046 = stablehlo.subtract %416, %arg76 : tensor<8x8xf32>
    %cst_277 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1047 = stablehlo.broadcast_in_dim %cst_277, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1048 = stablehlo.multiply %1046, %1047 : tensor<8x8xf32>
    %1049 = stablehlo.add %arg76, %1048 : tensor<8x8xf32>
    %1050 = chlo.square %416 : tensor<8x8xf32> -> tensor<8x8xf32>
    %1051 = stablehlo.subtract %1050, %arg77 : tensor<8x8xf32>
    %cst_278 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1052 = stablehlo.broadcast_in_dim %cst_278, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1053 = stablehlo.multiply %1051, %1052 : tensor<8x8xf32>
    %1054 = stablehlo.add %arg77, %1053 : tensor<8x8xf32>
    %1055 = stablehlo.broadcast_in_dim %1045, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1056 = stablehlo.multiply %1049, %1055 : tensor<8x8xf32>
    %1057 = stablehlo.sqrt %1054 : tensor<8x8xf32>
    %cst_279 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1058 = stablehlo.broadcast_in_dim %cst_279, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1059 = stablehlo.add %1057, %1058 : tensor<8x8xf32>
    %1060 = stablehlo.divide %1056, %1059 : tensor<8x8xf32>
    %1061 = stablehlo.subtract %arg19, %1060 : tensor<8x8xf32>
    %c_280 = stablehlo.constant dense<1> : tensor<i32>
    %1062 = stablehlo.add %arg36, %c_280 : tensor<i32>
    %1063 = stablehlo.convert %1062 : (tensor<i32>) -> tensor<f32>
    %cst_281 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1064 = stablehlo.power %cst_281, %1063 : tensor<f32>
    %cst_282 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1065 = stablehlo.power %cst_282, %1063 : tensor<f32>
    %cst_283 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1066 = stablehlo.subtract %cst_283, %1065 : tensor<f32>
    %1067 = stablehlo.sqrt %1066 : tensor<f32>
    %1068 = stablehlo.multiply %arg37, %1067 : tensor<f32>
    %cst_284 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1069 = stablehlo.subtract %cst_284, %1064 : tensor<f32>
    %1070 = stablehlo.divide %1068, %1069 : tensor<f32>
    %1071 = stablehlo.subtract %411, %arg78 : tensor<64x8x8xf32>
    %cst_285 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1072 = stablehlo.broadcast_in_dim %cst_285, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1073 = stablehlo.multiply %1071, %1072 : tensor<64x8x8xf32>
    %1074 = stablehlo.add %arg78, %1073 : tensor<64x8x8xf32>
    %1075 = chlo.square %411 : tensor<64x8x8xf32> -> tensor<64x8x8xf32>
    %1076 = stablehlo.subtract %1075, %arg79 : tensor<64x8x8xf32>
    %cst_286 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1077 = stablehlo.broadcast_in_dim %cst_286, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1078 = stablehlo.multiply %1076, %1077 : tensor<64x8x8xf32>
    %1079 = stablehlo.add %arg79, %1078 : tensor<64x8x8xf32>
    %1080 = stablehlo.broadcast_in_dim %1070, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1081 = stablehlo.multiply %1074, %1080 : tensor<64x8x8xf32>
    %1082 = stablehlo.sqrt %1079 : tensor<64x8x8xf32>
    %cst_287 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1083 = stablehlo.broadcast_in_dim %cst_287, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1084 = stablehlo.add %1082, %1083 : tensor<64x8x8xf32>
    %1085 = stablehlo.divide %1081, %1084 : tensor<64x8x8xf32>
    %1086 = stablehlo.subtract %arg20, %1085 : tensor<64x8x8xf32>
    %c_288 = stablehlo.constant dense<1> : tensor<i32>
    %1087 = stablehlo.add %arg36, %c_288 : tensor<i32>
    %1088 = stablehlo.convert %1087 : (tensor<i32>) -> tensor<f32>
    %cst_289 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1089 = stablehlo.power %cst_289, %1088 : tensor<f32>
    %cst_290 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1090 = stablehlo.power %cst_290, %1088 : tensor<f32>
    %cst_291 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1091 = stablehlo.subtract %cst_291, %1090 : tensor<f32>
    %1092 = stablehlo.sqrt %1091 : tensor<f32>
    %1093 = stablehlo.multiply %arg37, %1092 : tensor<f32>
    %cst_292 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1094 = stablehlo.subtract %cst_292, %1089 : tensor<f32>
    %1095 = stablehlo.divide %1093, %1094 : tensor<f32>
    %1096 = stablehlo.subtract %409, %arg80 : tensor<8x8xf32>
    %cst_293 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1097 = stablehlo.broadcast_in_dim %cst_293, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1098 = stablehlo.multiply %1096, %1097 : tensor<8x8xf32>
    %1099 = stablehlo.add %arg80, %1098 : tensor<8x8xf32>
    %1100 = chlo.square %409 : tensor<8x8xf32> -> tensor<8x8xf32>
    %1101 = stablehlo.subtract %1100, %arg81 : tensor<8x8xf32>
    %cst_294 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1102 = stablehlo.broadcast_in_dim %cst_294, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1103 = stablehlo.multiply %1101, %1102 : tensor<8x8xf32>
    %1104 = stablehlo.add %arg81, %1103 : tensor<8x8xf32>
    %1105 = stablehlo.broadcast_in_dim %1095, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1106 = stablehlo.multiply %1099, %1105 : tensor<8x8xf32>
    %1107 = stablehlo.sqrt %1104 : tensor<8x8xf32>
    %cst_295 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1108 = stablehlo.broadcast_in_dim %cst_295, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1109 = stablehlo.add %1107, %1108 : tensor<8x8xf32>
    %1110 = stablehlo.divide %1106, %1109 : tensor<8x8xf32>
    %1111 = stablehlo.subtract %arg21, %1110 : tensor<8x8xf32>
    %c_296 = stablehlo.constant dense<1> : tensor<i32>
    %1112 = stablehlo.add %arg36, %c_296 : tensor<i32>
    %1113 = stablehlo.convert %1112 : (tensor<i32>) -> tensor<f32>
    %cst_297 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1114 = stablehlo.power %cst_297, %1113 : tensor<f32>
    %cst_298 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1115 = stablehlo.power %cst_298, %1113 : tensor<f32>
    %cst_299 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1116 = stablehlo.subtract %cst_299, %1115 : tensor<f32>
    %1117 = stablehlo.sqrt %1116 : tensor<f32>
    %1118 = stablehlo.multiply %arg37, %1117 : tensor<f32>
    %cst_300 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1119 = stablehlo.subtract %cst_300, %1114 : tensor<f32>
    %1120 = stablehlo.divide %1118, %1119 : tensor<f32>
    %1121 = stablehlo.subtract %404, %arg82 : tensor<64x8x8xf32>
    %cst_301 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1122 = stablehlo.broadcast_in_dim %cst_301, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1123 = stablehlo.multiply %1121, %1122 : tensor<64x8x8xf32>
    %1124 = stablehlo.add %arg82, %1123 : tensor<64x8x8xf32>
    %1125 = chlo.square %404 : tensor<64x8x8xf32> -> tensor<64x8x8xf32>
    %1126 = stablehlo.subtract %1125, %arg83 : tensor<64x8x8xf32>
    %cst_302 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1127 = stablehlo.broadcast_in_dim %cst_302, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1128 = stablehlo.multiply %1126, %1127 : tensor<64x8x8xf32>
    %1129 = stablehlo.add %arg83, %1128 : tensor<64x8x8xf32>
    %1130 = stablehlo.broadcast_in_dim %1120, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1131 = stablehlo.multiply %1124, %1130 : tensor<64x8x8xf32>
    %1132 = stablehlo.sqrt %1129 : tensor<64x8x8xf32>
    %cst_303 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1133 = stablehlo.broadcast_in_dim %cst_303, dims = [] : (tensor<f32>) -> tensor<64x8x8xf32>
    %1134 = stablehlo.add %1132, %1133 : tensor<64x8x8xf32>
    %1135 = stablehlo.divide %1131, %1134 : tensor<64x8x8xf32>
    %1136 = stablehlo.subtract %arg22, %1135 : tensor<64x8x8xf32>
    %c_304 = stablehlo.constant dense<1> : tensor<i32>
    %1137 = stablehlo.add %arg36, %c_304 : tensor<i32>
    %1138 = stablehlo.convert %1137 : (tensor<i32>) -> tensor<f32>
    %cst_305 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1139 = stablehlo.power %cst_305, %1138 : tensor<f32>
    %cst_306 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1140 = stablehlo.power %cst_306, %1138 : tensor<f32>
    %cst_307 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1141 = stablehlo.subtract %cst_307, %1140 : tensor<f32>
    %1142 = stablehlo.sqrt %1141 : tensor<f32>
    %1143 = stablehlo.multiply %arg37, %1142 : tensor<f32>
    %cst_308 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1144 = stablehlo.subtract %cst_308, %1139 : tensor<f32>
    %1145 = stablehlo.divide %1143, %1144 : tensor<f32>
    %1146 = stablehlo.subtract %402, %arg84 : tensor<8x8xf32>
    %cst_309 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1147 = stablehlo.broadcast_in_dim %cst_309, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1148 = stablehlo.multiply %1146, %1147 : tensor<8x8xf32>
    %1149 = stablehlo.add %arg84, %1148 : tensor<8x8xf32>
    %1150 = chlo.square %402 : tensor<8x8xf32> -> tensor<8x8xf32>
    %1151 = stablehlo.subtract %1150, %arg85 : tensor<8x8xf32>
    %cst_310 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1152 = stablehlo.broadcast_in_dim %cst_310, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1153 = stablehlo.multiply %1151, %1152 : tensor<8x8xf32>
    %1154 = stablehlo.add %arg85, %1153 : tensor<8x8xf32>
    %1155 = stablehlo.broadcast_in_dim %1145, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1156 = stablehlo.multiply %1149, %1155 : tensor<8x8xf32>
    %1157 = stablehlo.sqrt %1154 : tensor<8x8xf32>
    %cst_311 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1158 = stablehlo.broadcast_in_dim %cst_311, dims = [] : (tensor<f32>) -> tensor<8x8xf32>
    %1159 = stablehlo.add %1157, %1158 : tensor<8x8xf32>
    %1160 = stablehlo.divide %1156, %1159 : tensor<8x8xf32>
    %1161 = stablehlo.subtract %arg23, %1160 : tensor<8x8xf32>
    %c_312 = stablehlo.constant dense<1> : tensor<i32>
    %1162 = stablehlo.add %arg36, %c_312 : tensor<i32>
    %1163 = stablehlo.convert %1162 : (tensor<i32>) -> tensor<f32>
    %cst_313 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1164 = stablehlo.power %cst_313, %1163 : tensor<f32>
    %cst_314 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1165 = stablehlo.power %cst_314, %1163 : tensor<f32>
    %cst_315 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1166 = stablehlo.subtract %cst_315, %1165 : tensor<f32>
    %1167 = stablehlo.sqrt %1166 : tensor<f32>
    %1168 = stablehlo.multiply %arg37, %1167 : tensor<f32>
    %cst_316 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1169 = stablehlo.subtract %cst_316, %1164 : tensor<f32>
    %1170 = stablehlo.divide %1168, %1169 : tensor<f32>
    %1171 = stablehlo.subtract %370, %arg86 : tensor<8x8x64xf32>
    %cst_317 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1172 = stablehlo.broadcast_in_dim %cst_317, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %1173 = stablehlo.multiply %1171, %1172 : tensor<8x8x64xf32>
    %1174 = stablehlo.add %arg86, %1173 : tensor<8x8x64xf32>
    %1175 = chlo.square %370 : tensor<8x8x64xf32> -> tensor<8x8x64xf32>
    %1176 = stablehlo.subtract %1175, %arg87 : tensor<8x8x64xf32>
    %cst_318 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1177 = stablehlo.broadcast_in_dim %cst_318, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %1178 = stablehlo.multiply %1176, %1177 : tensor<8x8x64xf32>
    %1179 = stablehlo.add %arg87, %1178 : tensor<8x8x64xf32>
    %1180 = stablehlo.broadcast_in_dim %1170, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %1181 = stablehlo.multiply %1174, %1180 : tensor<8x8x64xf32>
    %1182 = stablehlo.sqrt %1179 : tensor<8x8x64xf32>
    %cst_319 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1183 = stablehlo.broadcast_in_dim %cst_319, dims = [] : (tensor<f32>) -> tensor<8x8x64xf32>
    %1184 = stablehlo.add %1182, %1183 : tensor<8x8x64xf32>
    %1185 = stablehlo.divide %1181, %1184 : tensor<8x8x64xf32>
    %1186 = stablehlo.subtract %arg24, %1185 : tensor<8x8x64xf32>
    %c_320 = stablehlo.constant dense<1> : tensor<i32>
    %1187 = stablehlo.add %arg36, %c_320 : tensor<i32>
    %1188 = stablehlo.convert %1187 : (tensor<i32>) -> tensor<f32>
    %cst_321 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1189 = stablehlo.power %cst_321, %1188 : tensor<f32>
    %cst_322 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1190 = stablehlo.power %cst_322, %1188 : tensor<f32>
    %cst_323 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1191 = stablehlo.subtract %cst_323, %1190 : tensor<f32>
    %1192 = stablehlo.sqrt %1191 : tensor<f32>
    %1193 = stablehlo.multiply %arg37, %1192 : tensor<f32>
    %cst_324 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1194 = stablehlo.subtract %cst_324, %1189 : tensor<f32>
    %1195 = stablehlo.divide %1193, %1194 : tensor<f32>
    %1196 = stablehlo.subtract %368, %arg88 : tensor<64xf32>
    %cst_325 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1197 = stablehlo.broadcast_in_dim %cst_325, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1198 = stablehlo.multiply %1196, %1197 : tensor<64xf32>
    %1199 = stablehlo.add %arg88, %1198 : tensor<64xf32>
    %1200 = chlo.square %368 : tensor<64xf32> -> tensor<64xf32>
    %1201 = stablehlo.subtract %1200, %arg89 : tensor<64xf32>
    %cst_326 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1202 = stablehlo.broadcast_in_dim %cst_326, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1203 = stablehlo.multiply %1201, %1202 : tensor<64xf32>
    %1204 = stablehlo.add %arg89, %1203 : tensor<64xf32>
    %1205 = stablehlo.broadcast_in_dim %1195, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1206 = stablehlo.multiply %1199, %1205 : tensor<64xf32>
    %1207 = stablehlo.sqrt %1204 : tensor<64xf32>
    %cst_327 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1208 = stablehlo.broadcast_in_dim %cst_327, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1209 = stablehlo.add %1207, %1208 : tensor<64xf32>
    %1210 = stablehlo.divide %1206, %1209 : tensor<64xf32>
    %1211 = stablehlo.subtract %arg25, %1210 : tensor<64xf32>
    %c_328 = stablehlo.constant dense<1> : tensor<i32>
    %1212 = stablehlo.add %arg36, %c_328 : tensor<i32>
    %1213 = stablehlo.convert %1212 : (tensor<i32>) -> tensor<f32>
    %cst_329 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1214 = stablehlo.power %cst_329, %1213 : tensor<f32>
    %cst_330 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1215 = stablehlo.power %cst_330, %1213 : tensor<f32>
    %cst_331 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1216 = stablehlo.subtract %cst_331, %1215 : tensor<f32>
    %1217 = stablehlo.sqrt %1216 : tensor<f32>
    %1218 = stablehlo.multiply %arg37, %1217 : tensor<f32>
    %cst_332 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1219 = stablehlo.subtract %cst_332, %1214 : tensor<f32>
    %1220 = stablehlo.divide %1218, %1219 : tensor<f32>
    %1221 = stablehlo.subtract %358, %arg90 : tensor<64xf32>
    %cst_333 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1222 = stablehlo.broadcast_in_dim %cst_333, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1223 = stablehlo.multiply %1221, %1222 : tensor<64xf32>
    %1224 = stablehlo.add %arg90, %1223 : tensor<64xf32>
    %1225 = chlo.square %358 : tensor<64xf32> -> tensor<64xf32>
    %1226 = stablehlo.subtract %1225, %arg91 : tensor<64xf32>
    %cst_334 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1227 = stablehlo.broadcast_in_dim %cst_334, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1228 = stablehlo.multiply %1226, %1227 : tensor<64xf32>
    %1229 = stablehlo.add %arg91, %1228 : tensor<64xf32>
    %1230 = stablehlo.broadcast_in_dim %1220, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1231 = stablehlo.multiply %1224, %1230 : tensor<64xf32>
    %1232 = stablehlo.sqrt %1229 : tensor<64xf32>
    %cst_335 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1233 = stablehlo.broadcast_in_dim %cst_335, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1234 = stablehlo.add %1232, %1233 : tensor<64xf32>
    %1235 = stablehlo.divide %1231, %1234 : tensor<64xf32>
    %1236 = stablehlo.subtract %arg26, %1235 : tensor<64xf32>
    %c_336 = stablehlo.constant dense<1> : tensor<i32>
    %1237 = stablehlo.add %arg36, %c_336 : tensor<i32>
    %1238 = stablehlo.convert %1237 : (tensor<i32>) -> tensor<f32>
    %cst_337 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1239 = stablehlo.power %cst_337, %1238 : tensor<f32>
    %cst_338 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1240 = stablehlo.power %cst_338, %1238 : tensor<f32>
    %cst_339 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1241 = stablehlo.subtract %cst_339, %1240 : tensor<f32>
    %1242 = stablehlo.sqrt %1241 : tensor<f32>
    %1243 = stablehlo.multiply %arg37, %1242 : tensor<f32>
    %cst_340 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1244 = stablehlo.subtract %cst_340, %1239 : tensor<f32>
    %1245 = stablehlo.divide %1243, %1244 : tensor<f32>
    %1246 = stablehlo.subtract %357, %arg92 : tensor<64xf32>
    %cst_341 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1247 = stablehlo.broadcast_in_dim %cst_341, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1248 = stablehlo.multiply %1246, %1247 : tensor<64xf32>
    %1249 = stablehlo.add %arg92, %1248 : tensor<64xf32>
    %1250 = chlo.square %357 : tensor<64xf32> -> tensor<64xf32>
    %1251 = stablehlo.subtract %1250, %arg93 : tensor<64xf32>
    %cst_342 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1252 = stablehlo.broadcast_in_dim %cst_342, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1253 = stablehlo.multiply %1251, %1252 : tensor<64xf32>
    %1254 = stablehlo.add %arg93, %1253 : tensor<64xf32>
    %1255 = stablehlo.broadcast_in_dim %1245, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1256 = stablehlo.multiply %1249, %1255 : tensor<64xf32>
    %1257 = stablehlo.sqrt %1254 : tensor<64xf32>
    %cst_343 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1258 = stablehlo.broadcast_in_dim %cst_343, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1259 = stablehlo.add %1257, %1258 : tensor<64xf32>
    %1260 = stablehlo.divide %1256, %1259 : tensor<64xf32>
    %1261 = stablehlo.subtract %arg27, %1260 : tensor<64xf32>
    %c_344 = stablehlo.constant dense<1> : tensor<i32>
    %1262 = stablehlo.add %arg36, %c_344 : tensor<i32>
    %1263 = stablehlo.convert %1262 : (tensor<i32>) -> tensor<f32>
    %cst_345 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1264 = stablehlo.power %cst_345, %1263 : tensor<f32>
    %cst_346 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1265 = stablehlo.power %cst_346, %1263 : tensor<f32>
    %cst_347 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1266 = stablehlo.subtract %cst_347, %1265 : tensor<f32>
    %1267 = stablehlo.sqrt %1266 : tensor<f32>
    %1268 = stablehlo.multiply %arg37, %1267 : tensor<f32>
    %cst_348 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1269 = stablehlo.subtract %cst_348, %1264 : tensor<f32>
    %1270 = stablehlo.divide %1268, %1269 : tensor<f32>
    %1271 = stablehlo.subtract %334, %arg94 : tensor<64x192xf32>
    %cst_349 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1272 = stablehlo.broadcast_in_dim %cst_349, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %1273 = stablehlo.multiply %1271, %1272 : tensor<64x192xf32>
    %1274 = stablehlo.add %arg94, %1273 : tensor<64x192xf32>
    %1275 = chlo.square %334 : tensor<64x192xf32> -> tensor<64x192xf32>
    %1276 = stablehlo.subtract %1275, %arg95 : tensor<64x192xf32>
    %cst_350 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1277 = stablehlo.broadcast_in_dim %cst_350, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %1278 = stablehlo.multiply %1276, %1277 : tensor<64x192xf32>
    %1279 = stablehlo.add %arg95, %1278 : tensor<64x192xf32>
    %1280 = stablehlo.broadcast_in_dim %1270, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %1281 = stablehlo.multiply %1274, %1280 : tensor<64x192xf32>
    %1282 = stablehlo.sqrt %1279 : tensor<64x192xf32>
    %cst_351 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1283 = stablehlo.broadcast_in_dim %cst_351, dims = [] : (tensor<f32>) -> tensor<64x192xf32>
    %1284 = stablehlo.add %1282, %1283 : tensor<64x192xf32>
    %1285 = stablehlo.divide %1281, %1284 : tensor<64x192xf32>
    %1286 = stablehlo.subtract %arg28, %1285 : tensor<64x192xf32>
    %c_352 = stablehlo.constant dense<1> : tensor<i32>
    %1287 = stablehlo.add %arg36, %c_352 : tensor<i32>
    %1288 = stablehlo.convert %1287 : (tensor<i32>) -> tensor<f32>
    %cst_353 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1289 = stablehlo.power %cst_353, %1288 : tensor<f32>
    %cst_354 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1290 = stablehlo.power %cst_354, %1288 : tensor<f32>
    %cst_355 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1291 = stablehlo.subtract %cst_355, %1290 : tensor<f32>
    %1292 = stablehlo.sqrt %1291 : tensor<f32>
    %1293 = stablehlo.multiply %arg37, %1292 : tensor<f32>
    %cst_356 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1294 = stablehlo.subtract %cst_356, %1289 : tensor<f32>
    %1295 = stablehlo.divide %1293, %1294 : tensor<f32>
    %1296 = stablehlo.subtract %332, %arg96 : tensor<192xf32>
    %cst_357 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1297 = stablehlo.broadcast_in_dim %cst_357, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %1298 = stablehlo.multiply %1296, %1297 : tensor<192xf32>
    %1299 = stablehlo.add %arg96, %1298 : tensor<192xf32>
    %1300 = chlo.square %332 : tensor<192xf32> -> tensor<192xf32>
    %1301 = stablehlo.subtract %1300, %arg97 : tensor<192xf32>
    %cst_358 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1302 = stablehlo.broadcast_in_dim %cst_358, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %1303 = stablehlo.multiply %1301, %1302 : tensor<192xf32>
    %1304 = stablehlo.add %arg97, %1303 : tensor<192xf32>
    %1305 = stablehlo.broadcast_in_dim %1295, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %1306 = stablehlo.multiply %1299, %1305 : tensor<192xf32>
    %1307 = stablehlo.sqrt %1304 : tensor<192xf32>
    %cst_359 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1308 = stablehlo.broadcast_in_dim %cst_359, dims = [] : (tensor<f32>) -> tensor<192xf32>
    %1309 = stablehlo.add %1307, %1308 : tensor<192xf32>
    %1310 = stablehlo.divide %1306, %1309 : tensor<192xf32>
    %1311 = stablehlo.subtract %arg29, %1310 : tensor<192xf32>
    %c_360 = stablehlo.constant dense<1> : tensor<i32>
    %1312 = stablehlo.add %arg36, %c_360 : tensor<i32>
    %1313 = stablehlo.convert %1312 : (tensor<i32>) -> tensor<f32>
    %cst_361 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1314 = stablehlo.power %cst_361, %1313 : tensor<f32>
    %cst_362 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1315 = stablehlo.power %cst_362, %1313 : tensor<f32>
    %cst_363 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1316 = stablehlo.subtract %cst_363, %1315 : tensor<f32>
    %1317 = stablehlo.sqrt %1316 : tensor<f32>
    %1318 = stablehlo.multiply %arg37, %1317 : tensor<f32>
    %cst_364 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1319 = stablehlo.subtract %cst_364, %1314 : tensor<f32>
    %1320 = stablehlo.divide %1318, %1319 : tensor<f32>
    %1321 = stablehlo.subtract %317, %arg98 : tensor<192x64xf32>
    %cst_365 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1322 = stablehlo.broadcast_in_dim %cst_365, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %1323 = stablehlo.multiply %1321, %1322 : tensor<192x64xf32>
    %1324 = stablehlo.add %arg98, %1323 : tensor<192x64xf32>
    %1325 = chlo.square %317 : tensor<192x64xf32> -> tensor<192x64xf32>
    %1326 = stablehlo.subtract %1325, %arg99 : tensor<192x64xf32>
    %cst_366 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1327 = stablehlo.broadcast_in_dim %cst_366, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %1328 = stablehlo.multiply %1326, %1327 : tensor<192x64xf32>
    %1329 = stablehlo.add %arg99, %1328 : tensor<192x64xf32>
    %1330 = stablehlo.broadcast_in_dim %1320, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %1331 = stablehlo.multiply %1324, %1330 : tensor<192x64xf32>
    %1332 = stablehlo.sqrt %1329 : tensor<192x64xf32>
    %cst_367 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1333 = stablehlo.broadcast_in_dim %cst_367, dims = [] : (tensor<f32>) -> tensor<192x64xf32>
    %1334 = stablehlo.add %1332, %1333 : tensor<192x64xf32>
    %1335 = stablehlo.divide %1331, %1334 : tensor<192x64xf32>
    %1336 = stablehlo.subtract %arg30, %1335 : tensor<192x64xf32>
    %c_368 = stablehlo.constant dense<1> : tensor<i32>
    %1337 = stablehlo.add %arg36, %c_368 : tensor<i32>
    %1338 = stablehlo.convert %1337 : (tensor<i32>) -> tensor<f32>
    %cst_369 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1339 = stablehlo.power %cst_369, %1338 : tensor<f32>
    %cst_370 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1340 = stablehlo.power %cst_370, %1338 : tensor<f32>
    %cst_371 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1341 = stablehlo.subtract %cst_371, %1340 : tensor<f32>
    %1342 = stablehlo.sqrt %1341 : tensor<f32>
    %1343 = stablehlo.multiply %arg37, %1342 : tensor<f32>
    %cst_372 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1344 = stablehlo.subtract %cst_372, %1339 : tensor<f32>
    %1345 = stablehlo.divide %1343, %1344 : tensor<f32>
    %1346 = stablehlo.subtract %315, %arg100 : tensor<64xf32>
    %cst_373 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1347 = stablehlo.broadcast_in_dim %cst_373, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1348 = stablehlo.multiply %1346, %1347 : tensor<64xf32>
    %1349 = stablehlo.add %arg100, %1348 : tensor<64xf32>
    %1350 = chlo.square %315 : tensor<64xf32> -> tensor<64xf32>
    %1351 = stablehlo.subtract %1350, %arg101 : tensor<64xf32>
    %cst_374 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1352 = stablehlo.broadcast_in_dim %cst_374, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1353 = stablehlo.multiply %1351, %1352 : tensor<64xf32>
    %1354 = stablehlo.add %arg101, %1353 : tensor<64xf32>
    %1355 = stablehlo.broadcast_in_dim %1345, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1356 = stablehlo.multiply %1349, %1355 : tensor<64xf32>
    %1357 = stablehlo.sqrt %1354 : tensor<64xf32>
    %cst_375 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1358 = stablehlo.broadcast_in_dim %cst_375, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1359 = stablehlo.add %1357, %1358 : tensor<64xf32>
    %1360 = stablehlo.divide %1356, %1359 : tensor<64xf32>
    %1361 = stablehlo.subtract %arg31, %1360 : tensor<64xf32>
    %c_376 = stablehlo.constant dense<1> : tensor<i32>
    %1362 = stablehlo.add %arg36, %c_376 : tensor<i32>
    %1363 = stablehlo.convert %1362 : (tensor<i32>) -> tensor<f32>
    %cst_377 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1364 = stablehlo.power %cst_377, %1363 : tensor<f32>
    %cst_378 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1365 = stablehlo.power %cst_378, %1363 : tensor<f32>
    %cst_379 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1366 = stablehlo.subtract %cst_379, %1365 : tensor<f32>
    %1367 = stablehlo.sqrt %1366 : tensor<f32>
    %1368 = stablehlo.multiply %arg37, %1367 : tensor<f32>
    %cst_380 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1369 = stablehlo.subtract %cst_380, %1364 : tensor<f32>
    %1370 = stablehlo.divide %1368, %1369 : tensor<f32>
    %1371 = stablehlo.subtract %305, %arg102 : tensor<64xf32>
    %cst_381 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1372 = stablehlo.broadcast_in_dim %cst_381, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1373 = stablehlo.multiply %1371, %1372 : tensor<64xf32>
    %1374 = stablehlo.add %arg102, %1373 : tensor<64xf32>
    %1375 = chlo.square %305 : tensor<64xf32> -> tensor<64xf32>
    %1376 = stablehlo.subtract %1375, %arg103 : tensor<64xf32>
    %cst_382 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1377 = stablehlo.broadcast_in_dim %cst_382, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1378 = stablehlo.multiply %1376, %1377 : tensor<64xf32>
    %1379 = stablehlo.add %arg103, %1378 : tensor<64xf32>
    %1380 = stablehlo.broadcast_in_dim %1370, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1381 = stablehlo.multiply %1374, %1380 : tensor<64xf32>
    %1382 = stablehlo.sqrt %1379 : tensor<64xf32>
    %cst_383 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1383 = stablehlo.broadcast_in_dim %cst_383, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1384 = stablehlo.add %1382, %1383 : tensor<64xf32>
    %1385 = stablehlo.divide %1381, %1384 : tensor<64xf32>
    %1386 = stablehlo.subtract %arg32, %1385 : tensor<64xf32>
    %c_384 = stablehlo.constant dense<1> : tensor<i32>
    %1387 = stablehlo.add %arg36, %c_384 : tensor<i32>
    %1388 = stablehlo.convert %1387 : (tensor<i32>) -> tensor<f32>
    %cst_385 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1389 = stablehlo.power %cst_385, %1388 : tensor<f32>
    %cst_386 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1390 = stablehlo.power %cst_386, %1388 : tensor<f32>
    %cst_387 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1391 = stablehlo.subtract %cst_387, %1390 : tensor<f32>
    %1392 = stablehlo.sqrt %1391 : tensor<f32>
    %1393 = stablehlo.multiply %arg37, %1392 : tensor<f32>
    %cst_388 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1394 = stablehlo.subtract %cst_388, %1389 : tensor<f32>
    %1395 = stablehlo.divide %1393, %1394 : tensor<f32>
    %1396 = stablehlo.subtract %304, %arg104 : tensor<64xf32>
    %cst_389 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1397 = stablehlo.broadcast_in_dim %cst_389, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1398 = stablehlo.multiply %1396, %1397 : tensor<64xf32>
    %1399 = stablehlo.add %arg104, %1398 : tensor<64xf32>
    %1400 = chlo.square %304 : tensor<64xf32> -> tensor<64xf32>
    %1401 = stablehlo.subtract %1400, %arg105 : tensor<64xf32>
    %cst_390 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1402 = stablehlo.broadcast_in_dim %cst_390, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1403 = stablehlo.multiply %1401, %1402 : tensor<64xf32>
    %1404 = stablehlo.add %arg105, %1403 : tensor<64xf32>
    %1405 = stablehlo.broadcast_in_dim %1395, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1406 = stablehlo.multiply %1399, %1405 : tensor<64xf32>
    %1407 = stablehlo.sqrt %1404 : tensor<64xf32>
    %cst_391 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1408 = stablehlo.broadcast_in_dim %cst_391, dims = [] : (tensor<f32>) -> tensor<64xf32>
    %1409 = stablehlo.add %1407, %1408 : tensor<64xf32>
    %1410 = stablehlo.divide %1406, %1409 : tensor<64xf32>
    %1411 = stablehlo.subtract %arg33, %1410 : tensor<64xf32>
    %c_392 = stablehlo.constant dense<1> : tensor<i32>
    %1412 = stablehlo.add %arg36, %c_392 : tensor<i32>
    %1413 = stablehlo.convert %1412 : (tensor<i32>) -> tensor<f32>
    %cst_393 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1414 = stablehlo.power %cst_393, %1413 : tensor<f32>
    %cst_394 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1415 = stablehlo.power %cst_394, %1413 : tensor<f32>
    %cst_395 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1416 = stablehlo.subtract %cst_395, %1415 : tensor<f32>
    %1417 = stablehlo.sqrt %1416 : tensor<f32>
    %1418 = stablehlo.multiply %arg37, %1417 : tensor<f32>
    %cst_396 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1419 = stablehlo.subtract %cst_396, %1414 : tensor<f32>
    %1420 = stablehlo.divide %1418, %1419 : tensor<f32>
    %1421 = stablehlo.subtract %279, %arg106 : tensor<64x4xf32>
    %cst_397 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1422 = stablehlo.broadcast_in_dim %cst_397, dims = [] : (tensor<f32>) -> tensor<64x4xf32>
    %1423 = stablehlo.multiply %1421, %1422 : tensor<64x4xf32>
    %1424 = stablehlo.add %arg106, %1423 : tensor<64x4xf32>
    %1425 = chlo.square %279 : tensor<64x4xf32> -> tensor<64x4xf32>
    %1426 = stablehlo.subtract %1425, %arg107 : tensor<64x4xf32>
    %cst_398 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1427 = stablehlo.broadcast_in_dim %cst_398, dims = [] : (tensor<f32>) -> tensor<64x4xf32>
    %1428 = stablehlo.multiply %1426, %1427 : tensor<64x4xf32>
    %1429 = stablehlo.add %arg107, %1428 : tensor<64x4xf32>
    %1430 = stablehlo.broadcast_in_dim %1420, dims = [] : (tensor<f32>) -> tensor<64x4xf32>
    %1431 = stablehlo.multiply %1424, %1430 : tensor<64x4xf32>
    %1432 = stablehlo.sqrt %1429 : tensor<64x4xf32>
    %cst_399 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1433 = stablehlo.broadcast_in_dim %cst_399, dims = [] : (tensor<f32>) -> tensor<64x4xf32>
    %1434 = stablehlo.add %1432, %1433 : tensor<64x4xf32>
    %1435 = stablehlo.divide %1431, %1434 : tensor<64x4xf32>
    %1436 = stablehlo.subtract %arg34, %1435 : tensor<64x4xf32>
    %c_400 = stablehlo.constant dense<1> : tensor<i32>
    %1437 = stablehlo.add %arg36, %c_400 : tensor<i32>
    %1438 = stablehlo.convert %1437 : (tensor<i32>) -> tensor<f32>
    %cst_401 = stablehlo.constant dense<0.899999976> : tensor<f32>
    %1439 = stablehlo.power %cst_401, %1438 : tensor<f32>
    %cst_402 = stablehlo.constant dense<9.990000e-01> : tensor<f32>
    %1440 = stablehlo.power %cst_402, %1438 : tensor<f32>
    %cst_403 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1441 = stablehlo.subtract %cst_403, %1440 : tensor<f32>
    %1442 = stablehlo.sqrt %1441 : tensor<f32>
    %1443 = stablehlo.multiply %arg37, %1442 : tensor<f32>
    %cst_404 = stablehlo.constant dense<1.000000e+00> : tensor<f32>
    %1444 = stablehlo.subtract %cst_404, %1439 : tensor<f32>
    %1445 = stablehlo.divide %1443, %1444 : tensor<f32>
    %1446 = stablehlo.subtract %277, %arg108 : tensor<4xf32>
    %cst_405 = stablehlo.constant dense<1.000000e-01> : tensor<f32>
    %1447 = stablehlo.broadcast_in_dim %cst_405, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1448 = stablehlo.multiply %1446, %1447 : tensor<4xf32>
    %1449 = stablehlo.add %arg108, %1448 : tensor<4xf32>
    %1450 = chlo.square %277 : tensor<4xf32> -> tensor<4xf32>
    %1451 = stablehlo.subtract %1450, %arg109 : tensor<4xf32>
    %cst_406 = stablehlo.constant dense<1.000000e-03> : tensor<f32>
    %1452 = stablehlo.broadcast_in_dim %cst_406, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1453 = stablehlo.multiply %1451, %1452 : tensor<4xf32>
    %1454 = stablehlo.add %arg109, %1453 : tensor<4xf32>
    %1455 = stablehlo.broadcast_in_dim %1445, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1456 = stablehlo.multiply %1449, %1455 : tensor<4xf32>
    %1457 = stablehlo.sqrt %1454 : tensor<4xf32>
    %cst_407 = stablehlo.constant dense<1.000000e-07> : tensor<f32>
    %1458 = stablehlo.broadcast_in_dim %cst_407, dims = [] : (tensor<f32>) -> tensor<4xf32>
    %1459 = stablehlo.add %1457, %1458 : tensor<4xf32>
    %1460 = stablehlo.divide %1456, %1459 : tensor<4xf32>
    %1461 = stablehlo.subtract %arg35, %1460 : tensor<4xf32>
    %c_408 = stablehlo.constant dense<1> : tensor<i32>
    %1462 = stablehlo.add %arg36, %c_408 : tensor<i32>
    %cst_409 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %1463 = stablehlo.multiply %267#0, %cst_409 : tensor<f32>
    %cst_410 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1464 = stablehlo.reduce(%1463 init: %cst_410) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %1465 = stablehlo.add %arg110, %1464 : tensor<f32>
    %cst_411 = stablehlo.constant dense<1.600000e+01> : tensor<f32>
    %cst_412 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1466 = stablehlo.reduce(%cst_411 init: %cst_412) applies stablehlo.add across dimensions = [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %1467 = stablehlo.add %arg111, %1466 : tensor<f32>
    %cst_413 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1468 = stablehlo.compare EQ, %1467, %cst_413, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %c_414 = stablehlo.constant dense<1> : tensor<i32>
    %1469 = call @_where_1(%1468, %c_414, %1467) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    %cst_415 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1470 = stablehlo.compare EQ, %1467, %cst_415, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %1471 = stablehlo.divide %1465, %1469 : tensor<f32>
    %c_416 = stablehlo.constant dense<0> : tensor<i32>
    %1472 = call @_where_1(%1470, %c_416, %1471) : (tensor<i1>, tensor<i32>, tensor<f32>) -> tensor<f32>
    return %267#0, %586, %611, %636, %661, %686, %711, %736, %761, %786, %811, %836, %861, %886, %911, %936, %961, %986, %1011, %1036, %1061, %1086, %1111, %1136, %1161, %1186, %1211, %1236, %1261, %1286, %1311, %1336, %1361, %1386, %1411, %1436, %1461, %1462, %arg37, %574, %579, %599, %604, %624, %629, %649, %654, %674, %679, %699, %704, %724, %729, %749, %754, %774, %779, %799, %804, %824, %829, %849, %854, %874, %879, %899, %904, %924, %929, %949, %954, %974, %979, %999, %1004, %1024, %1029, %1049, %1054, %1074, %1079, %1099, %1104, %1124, %1129, %1149, %1154, %1174, %1179, %1199, %1204, %1224, %1229, %1249, %1254, %1274, %1279, %1299, %1304, %1324, %1329, %1349, %1354, %1374, %1379, %1399, %1404, %1424, %1429, %1449, %1454, %1465, %1467 : tensor<f32>, tensor<128x64xf32>, tensor<24x64xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x192xf32>, tensor<192xf32>, tensor<192x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x192xf32>, tensor<192xf32>, tensor<192x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x4xf32>, tensor<4xf32>, tensor<i32>, tensor<f32>, tensor<128x64xf32>, tensor<128x64xf32>, tensor<24x64xf32>, tensor<24x64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x8x64xf32>, tensor<8x8x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x192xf32>, tensor<64x192xf32>, tensor<192xf32>, tensor<192xf32>, tensor<192x64xf32>, tensor<192x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<64x8x8xf32>, tensor<64x8x8xf32>, tensor<8x8xf32>, tensor<8x8xf32>, tensor<8x8x64xf32>, tensor<8x8x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x192xf32>, tensor<64x192xf32>, tensor<192xf32>, tensor<192xf32>, tensor<192x64xf32>, tensor<192x64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64xf32>, tensor<64x4xf32>, tensor<64x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<f32>, tensor<f32>
  }
  func.func private @_take(%arg0: tensor<128x64xf32>, %arg1: tensor<16x24xi32>) -> (tensor<16x24x64xf32>, tensor<16x24x1xi32>) {
    %c = stablehlo.constant dense<0> : tensor<i32>
    %0 = stablehlo.broadcast_in_dim %c, dims = [] : (tensor<i32>) -> tensor<16x24xi32>
    %1 = stablehlo.compare LT, %arg1, %0, SIGNED : (tensor<16x24xi32>, tensor<16x24xi32>) -> tensor<16x24xi1>
    %c_0 = stablehlo.constant dense<128> : tensor<i32>
    %2 = stablehlo.broadcast_in_dim %c_0, dims = [] : (tensor<i32>) -> tensor<16x24xi32>
    %3 = stablehlo.add %arg1, %2 : tensor<16x24xi32>
    %4 = call @_where(%1, %3, %arg1) : (tensor<16x24xi1>, tensor<16x24xi32>, tensor<16x24xi32>) -> tensor<16x24xi32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0, 1] : (tensor<16x24xi32>) -> tensor<16x24x1xi32>
    %c_1 = stablehlo.constant dense<127> : tensor<1xi32>
    %c_2 = stablehlo.constant dense<0> : tensor<i32>
    %6 = stablehlo.broadcast_in_dim %c_2, dims = [] : (tensor<i32>) -> tensor<16x24x1xi32>
    %7 = stablehlo.compare GE, %5, %6, SIGNED : (tensor<16x24x1xi32>, tensor<16x24x1xi32>) -> tensor<16x24x1xi1>
    %8 = stablehlo.broadcast_in_dim %c_1, dims = [2] : (tensor<1xi32>) -> tensor<1x1x1xi32>
    %9 = stablehlo.broadcast_in_dim %8, dims = [0, 1, 2] : (tensor<1x1x1xi32>) -> tensor<16x24x1xi32>
    %10 = stablehlo.compare LE, %5, %9, SIGNED : (tensor<16x24x1xi32>, tensor<16x24x1xi32>) -> tensor<16x24x1xi1>
    %11 = stablehlo.and %7, %10 : tensor<16x24x1xi1>
    %c_3 = stablehlo.constant dense<true> : tensor<i1>
    %12 = stablehlo.reduce(%11 init: %c_3) applies stablehlo.and across dimensions = [2] : (tensor<16x24x1xi1>, tensor<i1>) -> tensor<16x24xi1>
    %13 = "stablehlo.gather"(%arg0, %5) <{dimension_numbers = #stablehlo.gather<offset_dims = [2], collapsed_slice_dims = [0], start_index_map = [0], index_vector_dim = 2>, indices_are_sorted = false, slice_sizes = array<i64: 1, 64>}> : (tensor<128x64xf32>, tensor<16x24x1xi32>) -> tensor<16x24x64xf32>
    %14 = stablehlo.broadcast_in_dim %12, dims = [0, 1] : (tensor<16x24xi1>) -> tensor<16x24x64xi1>
    %cst = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %15 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x24x64xf32>
    %16 = stablehlo.select %14, %13, %15 : tensor<16x24x64xi1>, tensor<16x24x64xf32>
    return %16, %5 : tensor<16x24x64xf32>, tensor<16x24x1xi32>
  }
  func.func private @_where(%arg0: tensor<16x24xi1>, %arg1: tensor<16x24xi32>, %arg2: tensor<16x24xi32>) -> tensor<16x24xi32> {
    %0 = stablehlo.select %arg0, %arg1, %arg2 : tensor<16x24xi1>, tensor<16x24xi32>
    return %0 : tensor<16x24xi32>
  }
  func.func private @_var(%arg0: tensor<16x24x64xf32>, %arg1: tensor<i32>) -> (tensor<16x24x1xf32>, tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>) {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %cst_0 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %2 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %3 = stablehlo.divide %1, %2 : tensor<16x24x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1, 2] : (tensor<16x24x1xf32>) -> tensor<16x24x64xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<16x24x64xf32>
    %6 = chlo.square %5 : tensor<16x24x64xf32> -> tensor<16x24x64xf32>
    %cst_1 = stablehlo.constant dense<2.000000e+00> : tensor<f32>
    %7 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<16x24x64xf32>
    %8 = stablehlo.multiply %7, %5 : tensor<16x24x64xf32>
    %9 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %cst_2 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %10 = stablehlo.subtract %cst_2, %9 : tensor<f32>
    %cst_3 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%6 init: %cst_3) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %13 = stablehlo.broadcast_in_dim %10, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %14 = stablehlo.divide %12, %13 : tensor<16x24x1xf32>
    %cst_4 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %15 = stablehlo.compare GT, %10, %cst_4, FLOAT : (tensor<f32>, tensor<f32>) -> tensor<i1>
    %cst_5 = stablehlo.constant dense<0x7FC00000> : tensor<f32>
    %16:2 = call @_where_0(%15, %14, %cst_5) : (tensor<i1>, tensor<16x24x1xf32>, tensor<f32>) -> (tensor<16x24x1xf32>, tensor<16x24x1xf32>)
    return %16#0, %8, %10, %15, %16#1 : tensor<16x24x1xf32>, tensor<16x24x64xf32>, tensor<f32>, tensor<i1>, tensor<16x24x1xf32>
  }
  func.func private @_where_0(%arg0: tensor<i1>, %arg1: tensor<16x24x1xf32>, %arg2: tensor<f32>) -> (tensor<16x24x1xf32>, tensor<16x24x1xf32>) {
    %0 = stablehlo.convert %arg2 : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %0, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %2 = stablehlo.select %arg0, %arg1, %1 : tensor<i1>, tensor<16x24x1xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    return %2, %3 : tensor<16x24x1xf32>, tensor<16x24x1xf32>
  }
  func.func private @log_softmax(%arg0: tensor<16x4xf32>) -> (tensor<16x4xf32>, tensor<16x4xf32>, tensor<16x1xf32>) {
    %cst = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %0 = stablehlo.reduce(%arg0 init: %cst) applies stablehlo.maximum across dimensions = [1] : (tensor<16x4xf32>, tensor<f32>) -> tensor<16xf32>
    %cst_0 = stablehlo.constant dense<0xFF800000> : tensor<f32>
    %1 = stablehlo.broadcast_in_dim %cst_0, dims = [] : (tensor<f32>) -> tensor<16xf32>
    %2 = stablehlo.maximum %1, %0 : tensor<16xf32>
    %3 = stablehlo.broadcast_in_dim %2, dims = [0] : (tensor<16xf32>) -> tensor<16x1xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<16x1xf32>) -> tensor<16x4xf32>
    %5 = stablehlo.subtract %arg0, %4 : tensor<16x4xf32>
    %6 = stablehlo.exponential %5 : tensor<16x4xf32>
    %cst_1 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_1) applies stablehlo.add across dimensions = [1] : (tensor<16x4xf32>, tensor<f32>) -> tensor<16xf32>
    %8 = stablehlo.broadcast_in_dim %7, dims = [0] : (tensor<16xf32>) -> tensor<16x1xf32>
    %9 = stablehlo.log %8 : tensor<16x1xf32>
    %10 = stablehlo.broadcast_in_dim %9, dims = [0, 1] : (tensor<16x1xf32>) -> tensor<16x4xf32>
    %11 = stablehlo.subtract %5, %10 : tensor<16x4xf32>
    return %11, %6, %8 : tensor<16x4xf32>, tensor<16x4xf32>, tensor<16x1xf32>
  }
  func.func private @_one_hot(%arg0: tensor<16xi32>) -> tensor<16x4xf32> {
    %0 = stablehlo.broadcast_in_dim %arg0, dims = [0] : (tensor<16xi32>) -> tensor<16x1xi32>
    %1 = stablehlo.iota dim = 1 : tensor<1x4xi32>
    %2 = stablehlo.broadcast_in_dim %0, dims = [0, 1] : (tensor<16x1xi32>) -> tensor<16x4xi32>
    %3 = stablehlo.broadcast_in_dim %1, dims = [0, 1] : (tensor<1x4xi32>) -> tensor<16x4xi32>
    %4 = stablehlo.compare EQ, %2, %3, SIGNED : (tensor<16x4xi32>, tensor<16x4xi32>) -> tensor<16x4xi1>
    %5 = stablehlo.convert %4 : (tensor<16x4xi1>) -> tensor<16x4xf32>
    return %5 : tensor<16x4xf32>
  }
  func.func private @_where_1(%arg0: tensor<i1>, %arg1: tensor<i32>, %arg2: tensor<f32>) -> tensor<f32> {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<i1>, tensor<f32>
    return %1 : tensor<f32>
  }
  func.func private @_where_2(%arg0: tensor<i1>, %arg1: tensor<i32>, %arg2: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
    %0 = stablehlo.convert %arg1 : (tensor<i32>) -> tensor<f32>
    %1 = stablehlo.select %arg0, %0, %arg2 : tensor<i1>, tensor<f32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    return %1, %cst : tensor<f32>, tensor<f32>
  }
  func.func private @_where_3(%arg0: tensor<i1>, %arg1: tensor<f32>, %arg2: tensor<f32>) -> tensor<f32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.select %arg0, %cst, %arg2 : tensor<i1>, tensor<f32>
    return %0 : tensor<f32>
  }
  func.func private @log_softmax_4(%arg0: tensor<16x4xf32>, %arg1: tensor<16x1xf32>, %arg2: tensor<16x4xf32>) -> tensor<16x4xf32> {
    %0 = stablehlo.negate %arg2 : tensor<16x4xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %1 = stablehlo.reduce(%0 init: %cst) applies stablehlo.add across dimensions = [1] : (tensor<16x4xf32>, tensor<f32>) -> tensor<16xf32>
    %2 = stablehlo.reshape %1 : (tensor<16xf32>) -> tensor<16x1xf32>
    %3 = stablehlo.divide %2, %arg1 : tensor<16x1xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %4 = stablehlo.reduce(%3 init: %cst_0) applies stablehlo.add across dimensions = [1] : (tensor<16x1xf32>, tensor<f32>) -> tensor<16xf32>
    %5 = stablehlo.broadcast_in_dim %4, dims = [0] : (tensor<16xf32>) -> tensor<16x4xf32>
    %6 = stablehlo.multiply %5, %arg0 : tensor<16x4xf32>
    %7 = stablehlo.add %arg2, %6 : tensor<16x4xf32>
    return %7 : tensor<16x4xf32>
  }
  func.func private @_var_5(%arg0: tensor<16x24x64xf32>, %arg1: tensor<f32>, %arg2: tensor<i1>, %arg3: tensor<16x24x1xf32>, %arg4: tensor<16x24x1xf32>) -> tensor<16x24x64xf32> {
    %0 = call @_where_6(%arg2, %arg3, %arg4) : (tensor<i1>, tensor<16x24x1xf32>, tensor<16x24x1xf32>) -> tensor<16x24x1xf32>
    %1 = stablehlo.broadcast_in_dim %arg1, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %2 = stablehlo.divide %0, %1 : tensor<16x24x1xf32>
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %3 = stablehlo.reduce(%2 init: %cst) applies stablehlo.add across dimensions = [2] : (tensor<16x24x1xf32>, tensor<f32>) -> tensor<16x24xf32>
    %4 = stablehlo.broadcast_in_dim %3, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x64xf32>
    %5 = stablehlo.multiply %4, %arg0 : tensor<16x24x64xf32>
    %6 = stablehlo.negate %5 : tensor<16x24x64xf32>
    %cst_0 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %7 = stablehlo.reduce(%6 init: %cst_0) applies stablehlo.add across dimensions = [2] : (tensor<16x24x64xf32>, tensor<f32>) -> tensor<16x24xf32>
    %8 = stablehlo.reshape %7 : (tensor<16x24xf32>) -> tensor<16x24x1xf32>
    %cst_1 = stablehlo.constant dense<6.400000e+01> : tensor<f32>
    %9 = stablehlo.broadcast_in_dim %cst_1, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %10 = stablehlo.divide %8, %9 : tensor<16x24x1xf32>
    %cst_2 = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %11 = stablehlo.reduce(%10 init: %cst_2) applies stablehlo.add across dimensions = [2] : (tensor<16x24x1xf32>, tensor<f32>) -> tensor<16x24xf32>
    %12 = stablehlo.broadcast_in_dim %11, dims = [0, 1] : (tensor<16x24xf32>) -> tensor<16x24x64xf32>
    %13 = stablehlo.add %5, %12 : tensor<16x24x64xf32>
    return %13 : tensor<16x24x64xf32>
  }
  func.func private @_where_6(%arg0: tensor<i1>, %arg1: tensor<16x24x1xf32>, %arg2: tensor<16x24x1xf32>) -> tensor<16x24x1xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<16x24x1xf32>
    %1 = stablehlo.select %arg0, %arg2, %0 : tensor<i1>, tensor<16x24x1xf32>
    return %1 : tensor<16x24x1xf32>
  }
  func.func private @_take_7(%arg0: tensor<16x24x1xi32>, %arg1: tensor<16x24x64xf32>) -> tensor<128x64xf32> {
    %cst = stablehlo.constant dense<0.000000e+00> : tensor<f32>
    %0 = stablehlo.broadcast_in_dim %cst, dims = [] : (tensor<f32>) -> tensor<128x64xf32>
    %1 = "stablehlo.scatter"(%0, %arg0, %arg1) <{indices_are_sorted = false, scatter_dimension_numbers = #stablehlo.scatter<update_window_dims = [2], inserted_window_dims = [0], scatter_dims_to_operand_dims = [0], index_vector_dim = 2>, unique_indices = false}> ({
    ^bb0(%arg2: tensor<f32>, %arg3: tensor<f32>):
      %2 = stablehlo.add %arg2, %arg3 : tensor<f32>
      stablehlo.return %2 : tensor<f32>
    }) : (tensor<128x64xf32>, tensor<16x24x1xi32>, tensor<16x24x64xf32>) -> tensor<128x64xf32>
    return %1 : tensor<128x64xf32>
  }
}
