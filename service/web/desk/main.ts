import { createApp } from 'vue'
import '@/style/base.css'
import Desk from './Desk.vue'

createApp(Desk).mount('#page')
