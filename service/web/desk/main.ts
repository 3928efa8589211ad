import '@/style/base.css'
import './style/element.css'
import './style/desk.css'

import { createApp } from 'vue'

import Desk from './Desk.vue'

createApp(Desk).mount('#page')
