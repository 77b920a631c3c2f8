"""Everyday words that lists are made of, beside those that the translator knows."""

COMMON = """
acorn airport anchor ankle apron armchair arrow aunt avocado axe bakery balcony ball bamboo banana bandage banjo barn barrel basement basket bath
battery beach beans beard bee beetle bell belt bench bicycle bird biscuit blanket blossom board boat bone boots bowl bracelet branch brass bread breakfast
brick bridge broom brother bucket bunny bus butter butterfly button cabbage cable cage cake calendar camel camera camp candle cap car card carpet carrot
castle cave ceiling celery cellar chain chalkboard charger cheek chest chicken chimney chin chips church cinema circle circus clay cliff cloak cloth cloud clover
coach coal cobweb coin collar comb compass concert cookie copper coral cork corn corner cotton couch courtyard cousin cradle crane crayon cream cricket crow crown
crumb cucumber cupboard curtain cushion daisy dancer dawn deer desert desk diamond dinner dishcloth diver doctor doll dolphin donkey doorbell dove drawer dream
dress drill drum dust ear earring earth echo egg elbow elephant elevator emerald engine envelope eraser evening eye fan farm feather fence fern ferry field finger
fire fireplace flag flame flashlight flour flower flute fog folder forest fork fountain frame freezer fridge friend frog garage garlic gate ghost giraffe glacier
glass gloves glue goat goose granite grass guitar hair hammer hammock hand harp hay heart hedge hedgehog helmet herb hill hippo holiday honey hook horn
hospital hotel house hut ice iron island ivory ivy jacket jam jar jeans jelly jewel jigsaw jungle kangaroo kennel kettle king kitchen kitten knee knife knot
ladder ladybird lake lantern laptop lawn leaf leather lemon letter lettuce library light lighthouse lily lizard loaf lobster lock log lunch magnet mail map
marble market mask match meadow medal mermaid metal microwave mill mint mirror mittens mole money moon mosquito moss moth motor mountain moustache mud mug museum
mushroom music mustard nail napkin neck necklace needle nest net newspaper night noodle nose notebook nurse nut oar oasis ocean octopus office oil olive onion orchard
orchid ostrich otter oven paint palace pan paper parachute parrot path peacock peanut pebble pelican pencil penguin pepper piano picnic pie pier pig pigeonhole pillow
pilot pine pipe pirate pizza planet plaster plate pocket poem pond pony pool popcorn postcard pot potato powder prince prize pumpkin puppet puppy purse puzzle
queen quilt radio radish rain rainbow raspberry raven razor ribbon rice ring river road robin robot rocket roof room rope rose rubber rug ruler sack sail sailor
salt sand sandal sandwich sauce saucer sausage scissors screw screwdriver seal seed shadow shampoo shark shed sheet shelf shell ship shirt shop shore shoulder shovel
shower silk sink sister skate skirt sky sled slipper smoke snail snake snow soap socks sofa spade spider sponge spoon squirrel stairs stamp star statue steam steel
stick stone storm stove straw strawberry street string sugar suitcase summer sun sunflower swan sweater swing sword syrup tailor tape taxi teapot teeth tennis tent
theatre thread throne thumb thunder ticket tie tiger toast toaster toe tomato tongue tool tooth torch towel tower toy tractor train tray treasure tree tulip tunnel
turkey turnip uncle vase vest village vinegar violin volcano wagon wall wallet walrus warehouse wasp watch waterfall wave weather wedding whale wheel whistle willow
wind window wing winter wire wood wool worm yoghurt zebra zip
""".split()
ZH_COMMON = """
按钮 八哥 白菜 白云 百合 斑马 板凳 包裹 冰箱 饼干 玻璃 菠萝 菜刀 苍蝇 操场 草地 草莓 叉子 茶壶 车站 衬衫 城墙 池塘 尺子 虫子 抽屉 厨房 窗帘 床单 春天 词典 刺猬 大豆 大象 蛋糕 刀叉 灯笼 地毯
地图 电池 电脑 电视 电影 豆腐 豆浆 耳朵 耳机 帆船 饭盒 房顶 肥皂 飞机 风筝 蜂蜜 斧头 钢琴 胳膊 公鸡 公园 拐杖 罐头 锅盖 果酱 海带 海豚 海洋 航班 河马 核桃仁 荷花 黑板 红薯 猴子 胡椒 蝴蝶 护照 花瓶
花生 黄瓜 火柴 火车 火箭 鸡蛋 吉他 剪刀 毽子 豇豆 胶水 礁石 街道 戒指 金鱼 镜框 橘子 菊花 卷尺 咖啡 卡车 烤箱 筷子 矿泉水 腊肉 蜡烛 辣椒 篮球 篮子 狼狗 老师 冷饮 礼物 荔枝 栗子 粮食 楼梯 萝卜 骆驼
落叶 蚂蚁 馒头 毛巾 毛衣 帽子 玫瑰 棉花 面粉 蘑菇 牡丹 木板 木瓜 奶茶 南瓜 泥土 牛肉 纽扣 螃蟹 盘子 皮箱 啤酒 乒乓球 屏风 葡萄干 蒲公英 企鹅 铅笔 钱包 茄子 青蛙 蜻蜓 秋天 球鞋 裙子 沙发 沙子 山坡 扇子
勺子 书包 书架 树叶 水壶 水桶 丝瓜 松树 塑料袋 算盘 台阶 太阳 糖果 桃花 梯子 天鹅 铁锅 铜钱 头发 土豆 兔子 推车 拖鞋 外套 豌豆 围巾 尾巴 蚊子 乌鸦 西瓜 膝盖 喜鹊 香菜 香水 橡皮 小麦 小鸟 鞋带 信封 星星
行李 雪人 牙膏 牙刷 烟囱 盐罐 眼镜 燕子 羊肉 洋葱 腰带 钥匙圈 椅子 音乐 银杏 鹦鹉 樱花 硬币 油漆 游泳池 鱼竿 雨衣 玉米 毽球 月亮 云朵 枣树 照片 枕头 芝麻 蜘蛛 纸箱 指甲 钟表 竹子 桌布 紫菜 足球 钻石
""".split()
